import { casework } from '@lianban/protos';
import { contradictionOf } from '@lianban/casework';
import { toRecord } from '@lianban/engine';
import type { IncomingRecord } from '@lianban/record';
import { eventHandler, indexed } from './subscription';
import { parseRecord } from './parse-record';

const { v1 } = casework;
const number = 'LB20260302000001';
const subject = `${number}/licence`;
const permits = indexed({
  topic: 'applications.v1',
  owner: 'applications',
  addressee: 'permits',
  handlers: [
    eventHandler(v1.StepRequested, ({ ref }) => ({
      ...{ aggregate: 'cases', id: `${ref?.applicationNumber}/${ref?.step}` },
      command: { type: 'ReceiveStep' },
    })),
  ],
  contradiction: (message, envelope) => contradictionOf(message, envelope, 'permits'),
  sequenceOwner: ({ subject: id }) => ({ aggregate: 'cases', id }),
});

interface Sent {
  readonly ref?: Partial<casework.v1.StepRef>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** What applications says when it asks permits for the licence, but for what is changed. */
function asked({ ref, headers = {} }: Sent = {}): IncomingRecord {
  const value = {
    ref: { applicationNumber: number, step: 'licence', item: 'food-business', department: 'permits', ...ref },
    requestedAt: new Date('2026-03-02T01:00:00Z'),
  };
  const record = toRecord(
    { type: v1.StepRequested, value: v1.StepRequested.fromPartial(value), addressee: 'permits' },
    {
      ...{ service: 'applications', topic: 'applications.v1', key: number, subject, sequence: 1 },
      ...{ at: new Date(), traceparent: undefined, causation: undefined },
    },
  );
  const told = Object.entries({ ...record.headers, ...headers }).filter(([, text]) => text !== undefined);
  return {
    ...{ topic: 'applications.v1', partition: 0, offset: '0', timestamp: 0, key: number, value: record.value },
    headers: Object.fromEntries(told) as Record<string, string>,
  };
}

test('what applications asks of a department is work for it', () => {
  expect(parseRecord(asked(), permits)).toMatchObject({
    is: 'command',
    command: {
      source: { subject: `applications:${subject}`, sequence: 1 },
      addressed: { aggregate: 'cases', id: subject },
    },
  });
});

test.each<[string, Sent, string]>([
  ['of another service', { headers: { ce_source: 'lianban/permits' } }, 'ce_source is not lianban/applications'],
  ['of a step of another', { ref: { department: 'employment' } }, 'it speaks for another department than permits'],
  ['of another step', { ref: { step: 'sign' } }, 'its reference names another step than its subject'],
  [
    'of another application',
    { ref: { applicationNumber: 'LB1' } },
    'its reference names another step than its subject',
  ],
  ['under another key', { headers: { ce_subject: `${number}0/licence` } }, 'ce_subject belongs to another key'],
])('a record %s is not believed', (_name, sent, reason) => {
  expect(parseRecord(asked(sent), permits)).toEqual({
    is: 'dead',
    reason: `not believed: ${reason}`,
    disbelieved: true,
  });
});

test('a step that is asked of nobody is dead', () => {
  expect(parseRecord(asked({ headers: { ce_department: undefined } }), permits)).toEqual({
    is: 'dead',
    reason: 'missing headers: ce_department',
  });
});

test('a type nobody knows yet is counted without being read', () => {
  const unknown = asked({ headers: { ce_type: 'casework.v9.StepFolded' } });
  expect(parseRecord(unknown, permits)).toMatchObject({ is: 'command', unknown: true, command: { ackOnly: true } });
  expect(parseRecord(unknown, indexed({ topic: 'applications.v1', owner: 'applications', handlers: [] }))).toEqual({
    is: 'ignored',
    reason: 'unknown type',
    unknown: true,
  });
});
