import type { CatalogueText } from '@lianban/catalogue';
import { CatalogueWatch } from './catalogue-watch';
import type { CatalogueCollections, CatalogueUse, TakenCatalogue } from './documents';

const fileOf = (text: string): CatalogueText => ({ kind: 'department', label: 'parks.yaml', text });

/** A service's database with versions, of which a process can use those whose text is not "wrong". */
function given(shipped = 'shipped') {
  const versions = new Map<number, TakenCatalogue>();
  const uses = new Map<string, Omit<CatalogueUse, '_id'>>();
  const told: string[] = [];
  const offered = () => [...versions.keys()].filter((id) => id > 0 && !versions.get(id)?.isWithdrawn);
  const found = (ids: readonly number[]) => ids.toSorted((a, b) => b - a).map((_id) => ({ _id }));
  const collections = {
    taken: {
      find: () => ({ sort: () => ({ limit: () => ({ toArray: async () => Promise.resolve(found(offered())) }) }) }),
      findOne: async ({ _id }: TakenCatalogue) => Promise.resolve(versions.get(_id)),
      replaceOne: async ({ _id }: TakenCatalogue, version: TakenCatalogue) =>
        Promise.resolve(void versions.set(_id, version)),
    },
    uses: {
      createIndex: async () => Promise.resolve(),
      replaceOne: async ({ _id }: CatalogueUse, use: CatalogueUse) => Promise.resolve(void uses.set(_id, use)),
      deleteOne: async ({ _id }: CatalogueUse) => Promise.resolve(void uses.delete(_id)),
    },
  } as unknown as CatalogueCollections;
  let text = shipped;
  const use = (files: readonly CatalogueText[] | undefined) => {
    const next = files?.[0]?.text ?? shipped;
    if (next === 'wrong') throw new Error('parks.yaml:1: is wrong');
    text = next;
  };
  const say = (_: object, sentence: string) => void told.push(sentence);
  const log = { info: say, warn: say } as never;
  const ports = { collections, processId: 'p-1', now: () => new Date(0), log };
  return {
    watch: new CatalogueWatch({ use, shipped: [fileOf(shipped)], rules: ['parks/tree'] }, ports),
    take: (_id: number, by: string) =>
      versions.set(_id, { _id, files: [fileOf(by)], at: new Date(0), operator: 'op', reason: 'r' }),
    withdraw: (_id: number) => versions.set(_id, { ...versions.get(_id)!, isWithdrawn: true }),
    versions,
    uses,
    told,
    text: () => text,
  };
}

test('a process runs on the files that come with it until there is a version, and tells both', async () => {
  const { watch, take, uses, versions, text } = given();
  await watch.open();
  expect(versions.get(0)?.files).toEqual([fileOf('shipped')]);
  expect(uses.get('p-1')).toMatchObject({ version: 0, rules: ['parks/tree'] });
  take(1, 'first');
  expect(await watch.look()).toBe(true);
  expect([text(), watch.version]).toEqual(['first', 1]);
  expect(uses.get('p-1')).toMatchObject({ version: 1 });
  expect(await watch.look()).toBe(false);
});

test('what cannot be used leaves the former in use, is told once, and is over with the next version', async () => {
  const { watch, take, uses, told, text } = given();
  await watch.open();
  take(1, 'first');
  await watch.look();
  take(2, 'wrong');
  expect(await watch.look()).toBe(false);
  await watch.look();
  expect([text(), watch.version]).toEqual(['first', 1]);
  expect(watch.sentences).toEqual(['catalogue version 2 cannot be used, 1 is: parks.yaml:1: is wrong']);
  expect(uses.get('p-1')).toMatchObject({ version: 1, refused: { version: 2, reason: 'parks.yaml:1: is wrong' } });
  expect(told.filter((each) => each.includes('cannot be used'))).toHaveLength(1);
  take(3, 'third');
  await watch.look();
  expect([text(), watch.sentences]).toEqual(['third', []]);
});

test('a process that starts passes over what it cannot use', async () => {
  const { watch, take, text } = given();
  take(1, 'first');
  take(2, 'wrong');
  await watch.open();
  expect([text(), watch.version]).toEqual(['first', 1]);
});

test('a version that is withdrawn gives way to the one before, at last to the files that come with the service', async () => {
  const { watch, take, withdraw, text } = given();
  take(1, 'first');
  take(2, 'second');
  await watch.open();
  withdraw(2);
  expect(await watch.look()).toBe(true);
  expect([text(), watch.version]).toEqual(['first', 1]);
  withdraw(1);
  await watch.look();
  expect([text(), watch.version]).toEqual(['shipped', 0]);
});

test('a start says that the city has taken other files than those of the release', async () => {
  const same = given();
  same.take(1, 'shipped');
  await same.watch.open();
  expect(same.told).toEqual(['catalogue in use']);
  const other = given('of a later release');
  other.take(1, 'shipped');
  await other.watch.open();
  expect(other.told).toContain('the city has taken another catalogue than comes with the service: it is used');
});

test('a process that has stopped is not waited for', async () => {
  const { watch, uses } = given();
  await watch.open();
  await watch.end();
  expect(uses.size).toBe(0);
});
