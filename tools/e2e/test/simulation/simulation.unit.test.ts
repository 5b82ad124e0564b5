import fc from 'fast-check';
import { history, lateHistory } from './history';
import { brokenInvariants } from './invariants';
import type { Mutation } from './mutations';
import { lostPapers } from './papers';

beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] }));
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

/** A failing history is printed as the counterexample; LIANBAN_HISTORY=NUMBER runs that one alone. */
const asked = process.env['LIANBAN_HISTORY'];
/** As many as take half a minute; LIANBAN_HISTORIES=50000 runs more. */
const many = Number(process.env['LIANBAN_HISTORIES'] ?? 800);
const runs = asked ? { numRuns: 1, examples: [[Number(asked)] as [number]] } : { numRuns: many };
const patienceMs = 60_000 + 600 * many;

test(
  'whatever dies, stalls or goes unanswered, every application comes to its end once',
  async () => {
    let deaths = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), async (seed) => {
        const city = await history(seed);
        deaths += city.schedule.dead.size;
        expect(brokenInvariants(city)).toEqual([]);
      }),
      { ...runs, endOnFailure: true },
    );
    // Without enough faults the test would show nothing.
    if (!asked) expect(deaths).toBeGreaterThan(many / 3);
  },
  patienceMs,
);

test(
  'a supplement handed in in time is accepted, however late its record is read',
  async () => {
    let confirmed = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), async (seed) => {
        const city = await lateHistory(seed);
        confirmed += city.supplements.filter((each) => each.confirmed).length;
        expect(brokenInvariants(city)).toEqual([]);
      }),
      { ...runs, numRuns: asked ? 1 : many / 10, endOnFailure: true },
    );
    if (!asked) expect(confirmed).toBeGreaterThan(many / 30);
  },
  patienceMs,
);

test(
  'what is handed in with a consent arrives, or is refused at once when a paper is gone',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), async (seed) =>
        expect(await lostPapers(seed)).toEqual([]),
      ),
      { ...runs, numRuns: asked ? 1 : many / 40, endOnFailure: true },
    );
  },
  patienceMs,
);

test('uploads claimed after the consent breaks I14', async () => {
  const broken = new Set<string>();
  for (let seed = 1; seed <= 20; seed++)
    for (const each of await lostPapers(seed, 'uploads claimed after the consent')) broken.add(each);
  expect([...broken]).toContain('I14 a supplement with a paper that is gone was accepted and has not arrived');
});

const mostSeeds = 400;

test.each<[Mutation, RegExp, typeof history]>([
  ['dedup off', /^I3/, history],
  ['built on an unpublished change', /^I4/, history],
  ['outbox deleted before the acknowledgement', /^I1 /, history],
  ['acknowledged before the write', /^I9/, history],
  ['deadlines before the backlog', /^I13/, lateHistory],
])(
  '%s breaks %s',
  async (mutation, invariant, live) => {
    const broken = new Set<string>();
    for (let seed = 1; seed <= mostSeeds && ![...broken].some((each) => invariant.test(each)); seed++)
      for (const each of brokenInvariants(await live(seed, mutation))) broken.add(each);
    expect([...broken].filter((each) => invariant.test(each))).not.toEqual([]);
  },
  240_000,
);
