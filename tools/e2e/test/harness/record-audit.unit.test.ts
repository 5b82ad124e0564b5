import { applications, casework } from '@lianban/protos';
import type { ReadRecord } from '../../src/topics';
import { RecordAudit } from './record-audit';

const { ApplicationEnded } = applications.v1;
const { Outcome, StepDecided } = casework.v1;
const number = 'LB20260302000001';

const record = (more: Partial<ReadRecord>): ReadRecord => ({
  topic: 'permits.v1',
  partition: 0,
  offset: 0,
  key: number,
  type: 'private',
  subject: `${number}/licence`,
  sequence: 1,
  headers: {},
  value: Buffer.from([]),
  ...more,
});
const decision = (more: Partial<ReadRecord>, permitNumber = 'FB-1'): ReadRecord => {
  const message = StepDecided.fromPartial({ outcome: Outcome.GRANTED, facts: { permitNumber } });
  return record({ type: StepDecided.$type, value: Buffer.from(StepDecided.encode(message).finish()), ...more });
};
const ending = (how: string, sequence: number): ReadRecord =>
  record({
    topic: 'applications.v1',
    type: ApplicationEnded.$type,
    subject: number,
    sequence,
    value: Buffer.from(ApplicationEnded.encode(ApplicationEnded.fromPartial({ ending: how })).finish()),
  });

const audited = (...records: ReadRecord[]): RecordAudit => {
  const audit = new RecordAudit();
  records.forEach(audit.see);
  return audit;
};

test('accepts a sequence from one, and counts duplicates', () => {
  const audit = audited(
    record({ sequence: 1 }),
    decision({ sequence: 2 }),
    record({ sequence: 1 }),
    decision({ sequence: 2 }),
  );
  expect(audit).toMatchObject({ faults: [], records: 4, duplicates: 2 });
  expect(audit.decisions.get(`${number}/licence`)).toEqual({ granted: true, reason: '' });
  expect(audit.sequenceOf('permits.v1', `${number}/licence`)).toBe(2);
});

test.each<[string, ReadRecord[], string]>([
  ['a record that is lost', [record({}), record({ sequence: 3 })], '3 follows 1'],
  ['a sequence that does not begin', [record({ sequence: 2 })], '2 follows 0'],
  ['two that changed places', [record({ sequence: 2 }), record({ sequence: 1 })], '2 follows 0'],
  ['a key on two partitions', [record({}), record({ sequence: 2, partition: 1 })], 'on two partitions'],
  ['a subject under another key', [record({ key: 'LB20260302000002' })], 'lies under the key'],
  ['a step decided twice', [decision({}), decision({ sequence: 2 }, 'FB-2')], 'was decided twice'],
  ['a permit number given twice', [decision({}), decision({ subject: `${number}/sign` })], 'FB-1 was given to'],
  ['two endings', [ending('completed', 1), ending('refused', 2)], 'ended completed and then refused'],
])('finds %s', (_case, records, fault) => {
  expect(audited(...records).faults).toEqual([expect.stringContaining(fault)]);
});

test('an operator may take over a step that needs an operator', () => {
  const audit = audited(ending('needs-operator', 1), ending('completed', 2));
  expect(audit.faults).toEqual([]);
  expect(audit.endings.get(number)).toBe('completed');
});
