import { randomBytes } from 'node:crypto';
import { casework } from '@lianban/protos';
import { contradictionOf } from '@lianban/casework';
import { toRecord } from '@lianban/engine';
import type { IncomingRecord } from '@lianban/record';
import { type RingKeys, openerOf, sealerOf } from '@lianban/vault';
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
    eventHandler(v1.StepRequested, ({ ref, answers }) => ({
      ...{ aggregate: 'cases', id: `${ref?.applicationNumber}/${ref?.step}` },
      command: { type: 'ReceiveStep', answers },
    })),
  ],
  contradiction: (message, envelope) => contradictionOf(message, envelope, 'permits'),
  sequenceOwner: ({ subject: id }) => ({ aggregate: 'cases', id }),
});

interface Sent {
  readonly ref?: Partial<casework.v1.StepRef>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Under the first of these keys. */
  readonly keys?: RingKeys;
  readonly sequence?: number;
}

/** What applications says when it asks permits for the licence, but for what is changed. */
function asked({ ref, headers = {}, keys, sequence = 1 }: Sent = {}): IncomingRecord {
  const value = {
    ref: { applicationNumber: number, step: 'licence', item: 'food-business', department: 'permits', ...ref },
    answers: { premisesArea: 40 },
    requestedAt: new Date('2026-03-02T01:00:00Z'),
  };
  const record = toRecord(
    { type: v1.StepRequested, value: v1.StepRequested.fromPartial(value), addressee: 'permits' },
    {
      ...{ service: 'applications', topic: 'applications.v1', key: number, subject, sequence },
      ...{ at: new Date(), traceparent: undefined, causation: undefined },
    },
    keys && (() => sealerOf(keys)),
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

describe('a request that was sealed for this service', () => {
  const newKeys = (id: string): RingKeys => [{ id, cipher: 'aes-256-gcm', secret: randomBytes(32) }];
  const [ours, others] = [newKeys('2026-12'), newKeys('2026-12')];
  const heard = (record: IncomingRecord, keys: RingKeys | []) => parseRecord(record, permits, openerOf(keys));
  const answers = { command: { addressed: { command: { answers: { premisesArea: 40 } } } } };

  test('is opened, and so is one of the release before, which sealed nothing', () => {
    expect(heard(asked({ keys: ours }), ours)).toMatchObject(answers);
    expect(heard(asked(), ours)).toMatchObject(answers);
  });

  test('is dead without its key, which is named', () => {
    const reason = 'sealed with key "2026-12", which this process has not: add it to REQUEST_KEYS';
    expect(heard(asked({ keys: ours }), [])).toEqual({ is: 'dead', reason });
    expect(parseRecord(asked({ keys: ours }), permits)).toEqual({ is: 'dead', reason });
  });

  test('is dead with the key of another', () => {
    expect(heard(asked({ keys: ours }), others)).toMatchObject({
      is: 'dead',
      reason: expect.stringMatching(/^not a casework.v1.StepRequested/),
    });
  });

  test('is dead where its sealed part was moved to', () => {
    const moved = { ...asked({ keys: ours, sequence: 2 }), value: asked({ keys: ours }).value };
    expect(heard(moved, ours)).toMatchObject({ is: 'dead' });
  });

  test('is not believed before it is opened when it is for another step', () => {
    expect(heard(asked({ keys: ours, ref: { step: 'sign' } }), [])).toMatchObject({ disbelieved: true });
  });
});

test('where no document hears of the records before, one that is handled misses none', () => {
  const { topic, owner, handlers } = permits;
  const alone = indexed({ topic, owner, handlers });
  expect(parseRecord(asked({ sequence: 7 }), alone)).toMatchObject({ command: { source: { from: 1, sequence: 7 } } });
  expect(parseRecord(asked({ sequence: 7 }), permits)).not.toHaveProperty('command.source.from');
});
