import fc from 'fast-check';
import { history } from './history';
import { brokenInvariants } from './invariants';
import type { Mutation } from './mutations';

beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] }));
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

/** The failing history is printed as its counterexample; LIANBAN_HISTORY=NUMBER runs that one alone. */
const asked = process.env['LIANBAN_HISTORY'];
/** Half a minute of them before every change, as many as somebody asks for at other times: LIANBAN_HISTORIES=50000. */
const many = Number(process.env['LIANBAN_HISTORIES'] ?? 2_000);
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
    // Too gentle a world would prove nothing.
    if (!asked) expect(deaths).toBeGreaterThan(many / 3);
  },
  patienceMs,
);

const mostSeeds = 400;

test.each<[Mutation, RegExp]>([
  ['dedup off', /^I3/],
  ['built on an unpublished change', /^I4/],
  ['outbox deleted before the acknowledgement', /^I1/],
  ['acknowledged before the write', /^I9/],
])(
  '%s breaks %s',
  async (mutation, invariant) => {
    const broken = new Set<string>();
    for (let seed = 1; seed <= mostSeeds && ![...broken].some((each) => invariant.test(each)); seed++)
      for (const each of brokenInvariants(await history(seed, mutation))) broken.add(each);
    expect([...broken].filter((each) => invariant.test(each))).not.toEqual([]);
  },
  240_000,
);
