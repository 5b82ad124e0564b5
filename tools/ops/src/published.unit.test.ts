import { casework } from '@lianban/protos';
import { publishedSubjects } from './published';

const { StepDecided, Outcome } = casework.v1;
const subject = 'LB1/licence';

function found(...records: readonly (readonly [sequence: number, outcome: casework.v1.Outcome, type?: string])[]) {
  const { published, add } = publishedSubjects();
  for (const [nth, [sequence, outcome, type = StepDecided.$type]] of records.entries())
    add('permits', subject, sequence, {
      ...{ topic: 'permits.v1', partition: 0, offset: String(nth), timestamp: nth, key: 'LB1' },
      value: Buffer.from(StepDecided.encode(StepDecided.fromPartial({ outcome })).finish()),
      headers: { ce_type: type },
    });
  const { first, last, missing, endings, otherwise } = published.get(`permits ${subject}`)!;
  return { first, last, missing, endings: [...endings], otherwise };
}

test('a record sent again is the same record', () => {
  const once = { first: 1, last: 2, missing: [], endings: ['granted'], otherwise: [] };
  expect(found([1, Outcome.GRANTED], [2, Outcome.GRANTED], [1, Outcome.GRANTED])).toEqual(once);
});

test('a sequence used again for something else is named, and so is what is missing', () => {
  expect(found([1, Outcome.GRANTED], [4, Outcome.GRANTED], [1, Outcome.REFUSED])).toEqual({
    ...{ first: 1, last: 4, missing: [2, 3] },
    ...{ endings: ['granted', 'refused'], otherwise: [1] },
  });
});

test('a message of another type ends nothing', () => {
  expect(found([1, Outcome.GRANTED, 'casework.v1.StepAccepted'])).toMatchObject({ endings: [] });
});
