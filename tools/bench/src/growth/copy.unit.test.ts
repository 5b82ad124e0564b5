import { BSON } from 'mongodb';
import { copyOf, formerNumber, namesOfCopies, sampleOf } from './copy';

const number = 'LB20260302000001';
const [key, trace] = ['0b4e7b52-1c1f-4f6e-9a53-6f1f0f7f1a11', '3a4e7b52-1c1f-4f6e-9a53-6f1f0f7f1a22'];
const document = {
  _id: `bench-1/${key}`,
  state: { number, key, steps: { [`${number}/relief`]: 2 }, trace },
  count: 3,
};

test('a copy is the same document for another application, with the same length', () => {
  const bytes = Buffer.from(BSON.serialize(document));
  const other = 'LB20240101000007';
  const newKey = '9c4e7b52-1c1f-4f6e-9a53-6f1f0f7f1a33';
  const copy = copyOf(sampleOf(bytes, document._id, number), other, () => newKey);
  expect(BSON.deserialize(copy)).toEqual({
    _id: `bench-1/${newKey}`,
    state: { number: other, key: newKey, steps: { [`${other}/relief`]: 2 }, trace },
    count: 3,
  });
  expect(copy).toHaveLength(bytes.length);
  expect(BSON.deserialize(bytes)).toEqual(document);
});

test('a read is copied to another position, in another volume', () => {
  const read = { _id: 'r20261126T090429-9d842bb3.0000000001', state: { caseId: number } };
  const sample = sampleOf(Buffer.from(BSON.serialize(read)), read._id, number);
  const another = namesOfCopies(10_000);
  const ids = [1, 2].map(() => (BSON.deserialize(copyOf(sample, number, another)) as typeof read)._id);
  expect(ids).toEqual(['r20240101T000000-00002710.0000000001', 'r20240101T000000-00002710.0000000002']);
});

test('numbers of copies are as long as real ones, and unique', () => {
  const some = [0, 1, 899_999, 900_000, 1_800_001].map(formerNumber);
  expect(new Set(some).size).toBe(some.length);
  for (const each of some) expect(each).toHaveLength(number.length);
  expect(some.at(-2)).toBe('LB20240102000000');
});
