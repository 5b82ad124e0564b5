import { type News, type TellingCommand, type TellingEvent, type TellingState, telling, toTell } from './telling';

const at = (text: string) => new Date(`${text}+08:00`);
const news = (what: string, more: Partial<News> = {}): News => ({
  ...{ what, residentId: 'r-1', agentId: '', package: 'shop', step: 'licence', department: 'permits' },
  at: at('2026-03-02T10:00'),
  ...more,
});
const hear = (of: News): TellingCommand => ({ type: 'HearNews', event: 'e', news: of });

function after(steps: readonly (readonly [string, TellingCommand])[]): { state: TellingState; told: TellingEvent[] } {
  let state = telling.initial('LB1');
  const told: TellingEvent[] = [];
  for (const [now, command] of steps) {
    const events = telling.decide(command, state, at(now)) as readonly TellingEvent[];
    told.push(...events);
    state = events.reduce(telling.evolve, state);
  }
  return { state, told };
}
const next = (state: TellingState) => telling.timeout?.(state)?.at;
const remind: TellingCommand = { type: 'RemindOfDeadlines' };
const asked = hear(news('supplement-requested', { until: at('2026-03-31T18:00') }));

// functions.md §4: 3 days and 1 day before a deadline that costs somebody something.
test('a deadline is reminded of 3 days and 1 day before', () => {
  const { state } = after([['2026-03-02T10:00', asked]]);
  expect(next(state)).toEqual(at('2026-03-28T18:00'));
  const once = after([
    ['2026-03-02T10:00', asked],
    ['2026-03-28T18:00', remind],
  ]);
  expect(once.told.map(toTell).map((each) => each?.template)).toEqual(['supplement-requested', 'reminder']);
  expect(next(once.state)).toEqual(at('2026-03-30T18:00'));
  const twice = after([
    ['2026-03-02T10:00', asked],
    ['2026-03-28T18:00', remind],
    ['2026-03-30T18:00', remind],
  ]);
  expect(next(twice.state)).toBeUndefined();
  const [, first, second] = twice.told;
  expect(first?.event).not.toBe(second?.event);
});

test('after an outage one reminder is enough, and none after the deadline', () => {
  const late = after([
    ['2026-03-02T10:00', asked],
    ['2026-03-30T20:00', remind],
  ]);
  expect(late.told.map(toTell).filter((each) => each?.template === 'reminder')).toHaveLength(1);
  expect(next(late.state)).toBeUndefined();
  const tooLate = after([
    ['2026-03-02T10:00', asked],
    ['2026-04-02T10:00', remind],
  ]);
  expect(tooLate.told.map(toTell).filter((each) => each?.template === 'reminder')).toEqual([]);
});

test.each(['supplement-received', 'granted', 'refused', 'ended', 'withdrawn'])(
  'nothing is reminded of after %s',
  (what) => {
    const { state } = after([
      ['2026-03-02T10:00', asked],
      ['2026-03-03T10:00', hear(news(what, { step: what === 'ended' || what === 'withdrawn' ? '' : 'licence' }))],
    ]);
    expect(next(state)).toBeUndefined();
  },
);

test('a deadline of another step stands', () => {
  const { state } = after([
    ['2026-03-02T10:00', asked],
    ['2026-03-03T10:00', hear(news('refused', { step: 'fire-safety' }))],
  ]);
  expect(next(state)).toEqual(at('2026-03-28T18:00'));
});

test('a deadline that is near when it is heard of is not reminded of at once', () => {
  const { state } = after([['2026-03-02T10:00', hear(news('payable', { until: at('2026-03-03T09:00') }))]]);
  expect(next(state)).toBeUndefined();
});

test('a granted part, and what this release does not know, is told nobody by itself', () => {
  const { told } = after([
    ['2026-03-02T10:00', hear(news('granted'))],
    ['2026-03-02T10:00', hear(news('of-a-later-release'))],
  ]);
  expect(told.map(toTell)).toEqual([undefined, undefined]);
});
