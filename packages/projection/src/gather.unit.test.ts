import { gathering } from './gather';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const settings = { waitMs: 500, enough: 4 };

test('what comes within a moment is one batch, and each caller waits for it', async () => {
  const written: (readonly string[])[] = [];
  const give = gathering<string>(async (items) => void written.push(items), settings);
  const both = Promise.all([give(['a']), give(['b', 'c'])]);
  await jest.advanceTimersByTimeAsync(499);
  expect(written).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  await both;
  expect(written).toEqual([['a', 'b', 'c']]);
});

test('enough do not wait', async () => {
  const written: (readonly string[])[] = [];
  const give = gathering<string>(async (items) => void written.push(items), settings);
  await Promise.all([give(['a', 'b']), give(['c', 'd'])]);
  expect(written).toEqual([['a', 'b', 'c', 'd']]);
});

test('one batch is written after the other; who was in one that failed is told, and nobody else', async () => {
  const writes: PromiseWithResolvers<void>[] = [];
  const give = gathering<string>(() => {
    writes.push(Promise.withResolvers());
    return writes.at(-1)!.promise;
  }, settings);
  const first = give(['a', 'b', 'c', 'd']).catch(({ message }: Error) => message);
  await jest.advanceTimersByTimeAsync(0);
  const second = give(['e', 'f', 'g', 'h']).then(() => 'written');
  await jest.advanceTimersByTimeAsync(1_000);
  expect(writes).toHaveLength(1);
  writes[0]!.reject(new Error('away'));
  expect(await first).toBe('away');
  await jest.advanceTimersByTimeAsync(0);
  writes[1]!.resolve();
  expect(await second).toBe('written');
});
