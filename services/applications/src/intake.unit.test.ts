import { type Examined, type Scanned, unfit } from '@lianban/papers';
import { paperIntake } from './intake';

const paper: Examined = { type: 'application/pdf', content: Buffer.from('kept') };
const megabyte = Buffer.alloc(1024 * 1024);

function intake(scanned?: Scanned) {
  const examined: number[] = [];
  const examine = async (bytes: Uint8Array) => {
    examined.push(bytes.length);
    return paper;
  };
  const scan = scanned && (async () => scanned);
  return { examined, ...paperIntake({ examine, preview: examine }, scan) };
}
async function* parts(count: number, end?: Promise<void>) {
  for (let n = 0; n < count; n++) yield megabyte;
  await end;
}

/** All that can be read without waiting is. */
const arrived = () => new Promise((resolve) => setImmediate(resolve));

test('a file is read as a whole, once it is there', async () => {
  const { take, examined } = intake();
  expect(await take('r-1', parts(3))).toBe(paper);
  expect(examined).toEqual([3 * megabyte.length]);
});

test.each([
  ['clean', paper, 1],
  ['infected', unfit.infected, 0],
  ['away', unfit.unscanned, 0],
] as const)('what the scanner calls %s', async (scanned, answer, read) => {
  const { take, examined } = intake(scanned);
  expect([await take('r-1', parts(1)), examined.length]).toEqual([answer, read]);
});

test('a file of more than 20 MB is refused before it is whole', async () => {
  const { take, examined } = intake();
  expect([await take('r-1', parts(1000)), examined]).toEqual([unfit.large, []]);
});

test('one person cannot hold the memory of all, nor all of them more than there is; what was held is free again', async () => {
  const { take } = intake();
  const end = Promise.withResolvers<void>();
  const held = [take('r-1', parts(20, end.promise)), take('r-1', parts(20, end.promise))];
  await arrived();
  expect(await take('r-1', parts(1))).toBe(unfit.busy);
  expect(await take('r-2', parts(1))).toBe(paper);
  held.push(...['r-3', 'r-4', 'r-5'].map((person) => take(person, parts(20, end.promise))));
  await arrived();
  expect(await take('r-2', parts(20))).toBe(unfit.busy);
  end.resolve();
  expect(await Promise.all(held)).toEqual(held.map(() => paper));
  expect(await take('r-2', parts(20))).toBe(paper);
});
