import { residents as own } from '@lianban/protos';
import { City, answered } from '@lianban/testing';
import { residents } from '../src';
import { household, somebody } from './people';

const city = new City();
let register: ReturnType<typeof city.caller<typeof own.v1.ResidentsServiceService>>;

beforeAll(async () => {
  await city.open();
  register = city.caller(await city.start(residents), own.v1.ResidentsServiceService);
  for (const n of [1, 2, 3, 4]) answered(await register.register(somebody(n)));
  answered(await register.putHousehold(household('h-1', 'r-3')));
});
afterAll(() => city.close());

const officer = { onBehalfOf: 'officer:o-1' };
const purpose = (caseId: string, of = 'case-handling') => ({ caseId, purpose: of, department: 'permits' });
const look = async (residentId: string, caseId: string, fields = ['case'], of?: string) =>
  answered(await register.recordRead({ residentId, purpose: purpose(caseId, of), fields }, officer));
const times = <T>(count: number, each: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, i) => each(i)));
const list = async (residentId: string, more: Partial<own.v1.ListReadsRequest> = {}) =>
  answered(await register.listReads(own.v1.ListReadsRequest.fromPartial({ residentId, limit: 100, ...more })));

test('however often somebody looks, it is one line: the first and the last time, how often, and all that was seen', async () => {
  await look('r-1', 'A-1/licence', ['ID number'], 'fill-in-certificate');
  await look('r-1', 'A-1/licence', ['case', 'means']);
  await times(104, () => look('r-1', 'A-1/licence', ['case', 'answers']));
  const { reads, nextCursor } = await list('r-1');
  expect(reads.map(({ purpose, count }) => [purpose, count])).toEqual([
    ['case-handling', 105],
    ['fill-in-certificate', 1],
  ]);
  expect(nextCursor).toBe('');
  const [many, once] = reads;
  expect(many).toMatchObject({ reader: 'officer:o-1', department: 'permits', caseId: 'A-1/licence' });
  expect(many?.fields.toSorted()).toEqual(['answers', 'case', 'means']);
  expect(many!.firstAt!.getTime()).toBeLessThanOrEqual(many!.at!.getTime());
  expect(once!.at).toEqual(once!.firstAt);
});

test('the list has pages to the oldest; what is read meanwhile moves none of them', async () => {
  const cases = Array.from({ length: 25 }, (_, i) => `A-${i + 1}/licence`);
  for (const caseId of cases) await look('r-2', caseId);
  const seen: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page = await list('r-2', { limit: 10, cursor });
    expect(page.reads.length).toBeLessThanOrEqual(10);
    seen.push(...page.reads.map(({ caseId }) => caseId));
    // Of one that was shown, of one that was not yet, and of a new one.
    await look('r-2', cases.at(-1)!);
    await look('r-2', cases[0]!);
    await look('r-2', `B-${seen.length}/licence`);
    cursor = page.nextCursor || undefined;
  }
  expect(seen).toEqual(cases.toReversed());
  expect((await list('r-2')).reads.slice(0, 3).map(({ caseId, count }) => [caseId, count])).toEqual([
    ['B-25/licence', 1],
    ['A-1/licence', 4],
    ['A-25/licence', 4],
  ]);
});

test('what is of the same moment is on one page or the next, and on no two', async () => {
  await times(30, (i) => look('r-4', `A-${i}/licence`));
  const seen: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page = await list('r-4', { limit: 7, cursor });
    seen.push(...page.reads.map(({ caseId }) => caseId));
    cursor = page.nextCursor || undefined;
  }
  expect([seen.length, new Set(seen).size]).toEqual([30, 30]);
});

test('one’s own looks are one line a form, and can be left out; an agent’s stay', async () => {
  const prefill = { residentId: 'r-3', agentId: '', package: 'open-small-shop', facts: ['savings-cents'] };
  await times(60, () => register.prefill(prefill));
  await look('r-3', 'A-1/licence');
  answered(await register.prefill({ ...prefill, agentId: 'r-1' }));
  const readers = ({ reads }: own.v1.ListReadsResponse) => reads.map(({ reader, count }) => [reader, count]);
  const others = [
    ['resident:r-1', 1],
    ['officer:o-1', 1],
  ];
  expect(readers(await list('r-3'))).toEqual([...others, ['resident:r-3', 60]]);
  expect(readers(await list('r-3', { withoutOwn: true }))).toEqual(others);
});

test('a cursor that is none begins the list', async () => {
  expect((await list('r-1', { cursor: 'nonsense' })).reads).toHaveLength(2);
});
