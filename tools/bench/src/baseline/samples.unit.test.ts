import { packed, sizesOf, unpacked } from './samples';

const record = { value: Buffer.from('12345').toString('base64'), headers: { ce_id: 'A/1' } };
const samples = {
  application: { _id: 'A', at: new Date(5), version: 1 },
  replies: { permits: { $set: { at: new Date(7) } } },
  cases: { permits: { _id: 'A/x' } },
  records: { commands: { permits: record }, replies: { permits: record }, ended: record },
};

test('a sample reaches a worker unchanged', () => {
  expect(unpacked(packed(samples))).toEqual(samples);
});

test('the size of a document is its BSON’s, of a record its value’s and headers’', () => {
  // Length, a terminator, and for each field a type and its name with a zero: a string of one, a date, an integer.
  const application = 4 + 1 + (1 + 4 + 4 + 2) + (1 + 3 + 8) + (1 + 8 + 4);
  expect(sizesOf(samples)).toEqual({ application, case: 4 + 1 + (1 + 4 + 4 + 4), record: 5 + 5 + 3 });
});
