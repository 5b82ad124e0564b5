import type { ReadRecord } from '../../src/topics';
import { asyncApiFaults } from './asyncapi';

const headers = {
  ce_specversion: '1.0',
  ce_id: 'permits/LB1/licence/1',
  ce_type: 'casework.v1.StepDecided',
  ce_source: 'lianban/permits',
  ce_subject: 'LB1/licence',
  ce_time: '2026-03-02T01:00:00.000Z',
  ce_sequence: '1',
  ce_correlationid: 'LB1',
  'content-type': 'application/protobuf',
};
const record = { topic: 't1-permits.v1', type: 'casework.v1.StepDecided', headers } as unknown as ReadRecord;
const faults = asyncApiFaults('t1-');

test('a record as services publish it is valid', () => {
  expect(faults(record)).toEqual([]);
});

test.each<[string, Partial<ReadRecord>, string]>([
  ['a topic of nobody', { topic: 't1-tax.v1' }, 't1-tax.v1 is no channel'],
  ['what only applications say', { type: 'casework.v1.StepRequested' }, 'not described to carry casework.v1.StepReq'],
  ['a record without its headers', { headers: {} }, 'has no header ce_id'],
  ['a header nobody knows', { headers: { ...headers, ce_name: 'Li' } }, 'ce_name=Li, which is not described'],
  ['a sequence that is none', { headers: { ...headers, ce_sequence: '0' } }, 'ce_sequence=0'],
])('%s is not', (_, change, sentence) => {
  expect(faults({ ...record, ...change }).join()).toContain(sentence);
});
