import { AdaptivePlaces } from './in-flight';
import { Problem } from './problem';

let now = 0;
const open = () => new AdaptivePlaces(2, 100, 500, () => now);
/** Fills all free places, each held for the given time. @returns how many there were */
const fill = (places: AdaptivePlaces, ms: number): number => {
  const leaves: (() => void)[] = [];
  try {
    for (;;) leaves.push(places.take());
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect([error.status, error.more.headers]).toEqual([503, { 'Retry-After': '2' }]);
  }
  now += ms;
  leaves.forEach((leave) => leave());
  return leaves.length;
};
beforeEach(() => {
  now = 0;
});

test('the limit stays at its maximum while requests are fast', () => {
  const places = open();
  expect([fill(places, 400), fill(places, 500), fill(places, 10)]).toEqual([100, 100, 100]);
});

test('slow requests lower the limit, never below one', () => {
  const places = open();
  const rounds = Array.from({ length: 30 }, () => fill(places, 600));
  expect(rounds.slice(0, 4)).toEqual([100, 80, 64, 52]);
  expect(rounds.at(-1)).toBe(2);
});

test('requests admitted together lower the limit once', () => {
  const places = open();
  fill(places, 600);
  expect(fill(places, 10)).toBe(80);
});

test('fast requests raise the limit again, one by one', () => {
  const places = open();
  for (let round = 0; round < 10; round += 1) fill(places, 600);
  const few = fill(places, 10);
  const then = Array.from({ length: 200 }, () => fill(places, 10));
  expect(few).toBeLessThan(20);
  expect(then[10]).toBeGreaterThan(few);
  expect(then.at(-1)).toBe(100);
});

test('a request alone does not raise the limit', () => {
  const places = open();
  for (let round = 0; round < 10; round += 1) fill(places, 600);
  const few = fill(places, 600);
  for (let one = 0; one < 1000; one += 1) places.take()();
  expect(fill(places, 10)).toBeLessThanOrEqual(few);
});

test('releasing a place twice releases one place', () => {
  const places = new AdaptivePlaces(1, 1, 500, () => now);
  const leave = places.take();
  leave();
  leave();
  expect(fill(places, 10)).toBe(1);
});
