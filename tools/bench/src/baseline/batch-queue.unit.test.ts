import { BatchQueue } from './batch-queue';

function stage(flights: number) {
  const runs: { batch: readonly number[]; finish: () => void }[] = [];
  const queue = new BatchQueue<number>((batch) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    runs.push({ batch, finish: resolve });
    return promise;
  }, flights);
  return { queue, runs, batches: () => runs.map(({ batch }) => batch) };
}
const turn = () => new Promise(setImmediate);

test('items added while a batch runs form the next one', async () => {
  const { queue, runs, batches } = stage(1);
  void queue.add([1]);
  void queue.add([2]);
  void queue.add([3, 4]);
  expect(batches()).toEqual([[1]]);
  runs[0]!.finish();
  await turn();
  expect(batches()).toEqual([[1], [2, 3, 4]]);
});

test('the number of concurrent batches is limited', async () => {
  const { queue, batches } = stage(2);
  for (const item of [1, 2, 3]) void queue.add([item]);
  expect(batches()).toEqual([[1], [2]]);
});

test('adding resolves when the items have joined a batch, not before', async () => {
  const { queue, runs } = stage(1);
  await queue.add([1]);
  let taken = false;
  void queue.add([2]).then(() => (taken = true));
  await turn();
  expect(taken).toBe(false);
  runs[0]!.finish();
  await turn();
  expect(taken).toBe(true);
});
