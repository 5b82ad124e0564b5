import { Progress } from './progress';

test('what is not answered yet holds the offset back, in its partition alone', () => {
  const progress = new Progress(new Map());
  progress.read(0, 5n);
  const done = progress.begin(0, 5n);
  progress.read(0, 6n);
  progress.read(1, 2n);
  expect(progress.changed()).toEqual([
    { partition: 0, offset: '5' },
    { partition: 1, offset: '3' },
  ]);
  expect(progress.changed()).toEqual([]);
  done();
  expect(progress.changed()).toEqual([{ partition: 0, offset: '7' }]);
});

test('after a start, what was answered before is known, and nothing is told twice', () => {
  const progress = new Progress(new Map([[0, 7n]]));
  expect([progress.isAnswered(0, 6n), progress.isAnswered(0, 7n)]).toEqual([true, false]);
  expect([progress.read(0, 0n), progress.read(0, 0n)]).toEqual([true, false]);
  expect(progress.changed()).toEqual([]);
});
