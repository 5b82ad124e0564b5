import { openVolume } from './volume';

const hourMs = 60 * 60 * 1000;

/** A clock that stands until it is moved on. */
function clockAt(start: string) {
  let now = new Date(start).getTime();
  return { serverNow: () => new Date(now), pass: (hours: number) => (now += hours * hourMs) };
}

test('ids of one process are numbered, and sort in the order they were given', () => {
  const nextId = openVolume(clockAt('2026-03-02T01:02:03.456Z'));
  const ids = Array.from({ length: 12 }, nextId);
  expect(ids[0]).toMatch(/^r20260302T010203-[0-9a-f]{8}\.0000000001$/);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids.map((id) => id.split('.')[0])).size).toBe(1);
});

test('two processes that start in the same second write into volumes of their own', () => {
  const clock = clockAt('2026-03-02T01:02:03Z');
  expect(openVolume(clock)().split('.')[0]).not.toBe(openVolume(clock)().split('.')[0]);
});

test('after six hours a new volume is begun, with number one, and it sorts behind the one before', () => {
  const clock = clockAt('2026-03-02T01:00:00Z');
  const nextId = openVolume(clock);
  const before = nextId();
  clock.pass(5.9);
  expect(nextId()).toBe(before.replace(/1$/, '2'));
  clock.pass(0.1);
  const after = nextId();
  expect(after).toMatch(/^r20260302T070000-[0-9a-f]{8}\.0000000001$/);
  expect(after > before).toBe(true);
});
