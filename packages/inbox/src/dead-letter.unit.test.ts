import type { IncomingRecord } from '@lianban/record';
import { deadLetter } from './dead-letter';

const record = (more: Partial<IncomingRecord>): IncomingRecord => ({
  ...{
    topic: 't.v1',
    partition: 3,
    offset: '17',
    timestamp: 0,
    key: 'LB1',
    value: undefined,
    headers: { ce_id: 'x/LB1/1' },
  },
  ...more,
});
const why = { label: 'dead', reason: 'no value' };
const bytesOf = ({ value, headers, key }: ReturnType<typeof deadLetter>) =>
  value.length + key.length + Object.entries(headers).flat().join('').length;

test('a copy has the original bytes and headers, and says where they come from', () => {
  const value = Buffer.from('x');
  const letter = deadLetter(record({ value }), 'permits', why);
  expect(letter).not.toHaveProperty('partition');
  expect(letter).toMatchObject({
    ...{ topic: 't.v1.permits.dlt', key: 'LB1', value },
    headers: {
      ce_id: 'x/LB1/1',
      'kafka_dlt-original-partition': '3',
      'kafka_dlt-original-offset': '17',
      'kafka_dlt-exception-message': 'dead: no value',
    },
  });
});

test.each([
  ['value', { value: Buffer.alloc(1_048_000) }],
  ['header', { headers: { huge: 'x'.repeat(1_040_000) } }],
])('of a %s as large as a record may be, the copy is one the broker takes, and says what it left out', (_, more) => {
  const letter = deadLetter(record(more), 'permits', why);
  expect(bytesOf(letter)).toBeLessThan(900_000);
  expect(letter.headers).toMatchObject({ 'kafka_dlt-left-out': expect.stringMatching(/^10\d{5} bytes$/) });
  expect(letter.headers['kafka_dlt-original-offset']).toBe('17');
});
