import type { HolidayCollections, HolidayUse, TakenHolidays } from './holiday-documents';
import { HolidayWatch } from './holiday-watch';

const endOf = (year: number) => new Date(`${year}-12-31T15:59:59.999Z`);

/** A service's database with tables, of which a process cannot use one whose text is "wrong". */
function given(cityNow: string) {
  const taken: TakenHolidays[] = [];
  const uses = new Map<string, Omit<HolidayUse, '_id'>>();
  const told: string[] = [];
  let counted: readonly number[] = [];
  const collections = {
    taken: { find: () => ({ sort: () => ({ toArray: async () => Promise.resolve([...taken]) }) }) },
    uses: {
      createIndex: async () => Promise.resolve(),
      replaceOne: async ({ _id }: HolidayUse, use: HolidayUse) => Promise.resolve(void uses.set(_id, use)),
      deleteOne: async ({ _id }: HolidayUse) => Promise.resolve(void uses.delete(_id)),
    },
  } as unknown as HolidayCollections;
  const holidays = {
    use(all: readonly TakenHolidays[]) {
      if (all.some(({ text }) => text === 'wrong')) throw new Error('2027.yaml:1: is wrong');
      counted = all.map(({ _id }) => _id);
    },
    tabledUntil: () => endOf(Math.max(2026, ...counted)),
  };
  const say = (_: object, sentence: string) => void told.push(sentence);
  const log = { info: say, warn: say } as never;
  const ports = { collections, processId: 'p-1', now: () => new Date(0), cityNow: () => new Date(cityNow), log };
  const take = (_id: number, text = 'sound') =>
    taken.push({ _id, text, from: new Date(0), operator: 'op-1', reason: 'a test' });
  return { watch: new HolidayWatch(holidays, ports), take, uses, told, counted: () => counted };
}

test('a table that was taken is counted by at the next look, and the process says so', async () => {
  const { watch, take, uses, counted } = given('2026-11-20T00:00:00Z');
  await watch.open();
  expect(uses.get('p-1')).toMatchObject({ years: [] });
  take(2027);
  await watch.look();
  expect(counted()).toEqual([2027]);
  expect(uses.get('p-1')).toMatchObject({ years: [2027] });
  await watch.end();
  expect(uses.size).toBe(0);
});

test('one that cannot be used leaves the former in use, and says why', async () => {
  const { watch, take, uses, counted } = given('2026-11-20T00:00:00Z');
  await watch.open();
  take(2027, 'wrong');
  await watch.look();
  expect(counted()).toEqual([]);
  expect(watch.sentences).toEqual(['a holiday table cannot be used: 2027.yaml:1: is wrong']);
  expect(uses.get('p-1')).toMatchObject({ years: [], refused: '2027.yaml:1: is wrong' });
});

test.each([
  ['on 30 November nothing is missed', '2026-11-30T15:59:59Z', 0],
  ['from 1 December on, next year’s table is', '2026-11-30T16:00:00Z', 1],
])('%s, once a day', async (_what, cityNow, times) => {
  const { watch, told, take } = given(cityNow);
  await watch.open();
  await watch.look();
  expect(told.filter((each) => each.includes('the holiday tables end'))).toHaveLength(times);
  expect(watch.daysLeft < 31).toBe(times === 1);
  take(2027);
  await watch.look();
  expect(watch.daysLeft).toBeGreaterThan(365);
});
