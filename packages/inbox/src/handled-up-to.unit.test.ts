import { handledUpTo } from './handled-up-to';

const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 1, 0, second));

/** What the broker answers at each question, one a second: offsets read next and ends of two partitions. */
async function answers(...told: readonly (readonly [next: number, end: number, next2: number, end2: number])[]) {
  let second = 0;
  const groupOffsets = async () => {
    const [next, end, next2, end2] = told[second - 1]!;
    const place = (partition: number, from: number, to: number) => ({
      ...{ topic: 'permits.v1', partition },
      next: BigInt(from),
      end: BigInt(to),
    });
    return Promise.resolve([place(0, next, end), place(1, next2, end2)]);
  };
  const heard = handledUpTo(groupOffsets, () => at(++second));
  const found: Date[] = [];
  for (let n = 0; n < told.length; n++) found.push(await heard());
  return found.map((each) => (each.getTime() === 0 ? 0 : each.getUTCSeconds()));
}

test('whoever has read all that lies there has heard everything up to now', async () => {
  expect(await answers([7, 7, 0, 0], [9, 9, 0, 0])).toEqual([1, 2]);
});

test('what lies there unread is waited for, in every partition', async () => {
  expect(await answers([3, 7, 2, 2], [6, 7, 2, 2], [7, 7, 2, 2])).toEqual([0, 0, 3]);
  expect(await answers([7, 7, 1, 2], [7, 9, 1, 2], [9, 9, 1, 2])).toEqual([0, 0, 0]);
});

test('what comes meanwhile is not waited for', async () => {
  expect(await answers([3, 7, 0, 0], [7, 12, 0, 0], [11, 20, 0, 0], [12, 30, 0, 0])).toEqual([0, 1, 1, 2]);
});

test('a partition that comes new is heard from then on', async () => {
  let both = false;
  const one = { topic: 'permits.v1', partition: 0, next: 1n, end: 2n };
  const heard = handledUpTo(
    async () =>
      Promise.resolve(
        both
          ? [
              { ...one, next: 2n },
              { ...one, partition: 1, next: 0n, end: 5n },
            ]
          : [one],
      ),
    () => at(both ? 2 : 1),
  );
  expect(await heard()).toEqual(new Date(0));
  both = true;
  expect(await heard()).toEqual(at(1));
});
