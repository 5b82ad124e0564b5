import { type ProbedParts, probesOf } from './probes';

const now = (): number => Date.now();
const longAgo = (): number => Date.now() - 10 * 60_000;
const progress = { assigned: 1, lag: 0, oldestUnhandledAt: undefined };
const well: ProbedParts = {
  queue: { isBusy: false, failing: false, progressAt: now() },
  relay: { sendingSince: undefined },
  db: { isUp: (): boolean => true },
  consumer: { progress: () => ({ ...progress, lastProgressAt: now() }) },
  isOpen: (): boolean => true,
};
const down = { isUp: (): boolean => false };
const busy = { isBusy: true, failing: false, progressAt: longAgo() };
const silent = { progress: () => ({ ...progress, lastProgressAt: longAgo() }) };
const answers = (change: Partial<ProbedParts>) => {
  const { ready, live } = probesOf({ ...well, ...change });
  return { ready: ready(), live: live() };
};

test.each([
  ['at rest', {}, true, true],
  ['at rest for long', { queue: { ...well.queue, progressAt: longAgo() } }, true, true],
  ['starting or stopping', { isOpen: () => false }, false, true],
  ['without its database', { db: down }, false, true],
  ['without its database for long, work in hand', { db: down, queue: busy, consumer: silent }, false, true],
  ['while its batches fail', { queue: { ...busy, failing: true } }, false, true],
  ['while a batch is on its way', { relay: { sendingSince: now() - 100 } }, true, true],
  ['without its broker for long', { relay: { sendingSince: longAgo() }, queue: busy, consumer: silent }, false, true],
  ['with work in hand that does not move', { queue: busy }, true, false],
  ['with a consumer that gives no sign', { consumer: silent }, true, false],
])('%s', (_when, change, ready, live) => {
  expect(answers(change)).toEqual({ ready, live });
});
