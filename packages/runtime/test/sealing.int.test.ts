import { randomBytes } from 'node:crypto';
import type { AnyAggregate } from '@lianban/model';
import { Servers, tally, until } from '@lianban/testing';
import { type SealRun, askedRun } from '@lianban/vault';
import type { Running } from '../src';
import { add, startTallies, stopAll, tell, totalOf } from './harness/counting';

const servers = new Servers();
const sealedTally: AnyAggregate = { ...tally, sealed: ['total'] };
const keyLine = (id: string, cipher = 'aes-256-gcm') => `${id} ${cipher} ${randomBytes(32).toString('base64')}`;
const [first, second] = [keyLine('k1'), keyLine('k2', 'sm4')];
const start = (env: Record<string, string> = { DATA_KEYS: first }): Promise<Running> =>
  startTallies(servers, 'counting', { aggregates: [sealedTally] }, env);
const inTheClear = { DATA_SEALING: 'off', DATA_KEYS: first };

interface Raw {
  readonly _id: string;
  readonly version: number;
  readonly state: { readonly total?: number; readonly rings: number };
  readonly sealed?: { readonly key: string; readonly nonce: { readonly buffer: Uint8Array } };
}
const stored = () => servers.db('counting').collection<Raw>('tallies');
const runs = () => servers.db('counting').collection<SealRun>('sealing');
const raw = async (_id: string) => (await stored().findOne({ _id }))!;
const ask = (_id: string) => runs().updateOne({ _id }, { $set: askedRun(new Date(0)) });
const finished = (_id: string) =>
  until(`a run over ${_id}`, async () => ((await runs().findOne({ _id }))?.finishedAt ? true : undefined));
const inTheDatabase = async (text: string) => {
  const all = await servers.db('counting').collection('contents.chunks').find({}, { raw: true }).toArray();
  return all.some((bytes) => (bytes as unknown as Buffer).includes(text));
};
async function* of(...parts: readonly Buffer[]) {
  yield* parts;
}

async function contentOf({ app }: Running, id: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const each of app.files.read(id)) parts.push(each);
  return Buffer.concat(parts);
}

beforeAll(() => servers.makeTopics('counting.v1'));
afterEach(stopAll);
afterAll(() => servers.close());

test('what is declared is sealed in the database and whole for everybody else', async () => {
  const service = await start();
  await add(service, 'A', 4711);
  expect(await raw('A')).toMatchObject({ state: { rings: 0 }, sealed: { key: 'k1' } });
  expect((await raw('A')).state).not.toHaveProperty('total');
  expect(await totalOf(service, 'A')).toBe(4711);
  await add(service, 'A', 2);
  expect(await totalOf(await start(), 'A')).toBe(4713);
});

test('what has not changed keeps its seal', async () => {
  const service = await start();
  await add(service, 'B', 3);
  const before = await raw('B');
  await tell(service, 'B', { type: 'SetAlarm', at: new Date('2100-01-01') });
  const after = await raw('B');
  expect(after.version).toBe(before.version + 1);
  expect(after.sealed).toEqual(before.sealed);
});

test('a document moved to another id, or sealed with a key that is not there, does not open', async () => {
  const service = await start();
  await add(service, 'C', 3);
  await stored().insertOne({ ...(await raw('C')), _id: 'C-moved' });
  await expect(totalOf(service, 'C-moved')).rejects.toThrow();
  const stranger = await start({ DATA_KEYS: second });
  await expect(totalOf(stranger, 'C')).rejects.toThrow('sealed with key "k1"');
  await expect(add(stranger, 'C', 1)).rejects.toThrow('sealed with key "k1"');
  await stored().deleteMany({ _id: /^C/ });
});

test('processes that seal and processes that do not yet write the same documents, and nothing is lost', async () => {
  const [before, now] = [await start(inTheClear), await start()];
  await add(before, 'D', 1);
  expect(await raw('D')).toMatchObject({ state: { total: 1 } });
  await Promise.all(Array.from({ length: 40 }, (_, nth) => add(nth % 2 ? before : now, 'D', 1)));
  expect([await totalOf(before, 'D'), await totalOf(now, 'D')]).toEqual([41, 41]);
});

test('a run seals what was stored in the clear while others write, and loses no write', async () => {
  const before = await start(inTheClear);
  const ids = Array.from({ length: 120 }, (_, nth) => `E${String(nth).padStart(3, '0')}`);
  await Promise.all(ids.map((id) => add(before, id, 5)));
  const content = Buffer.concat([Buffer.from('%PDF 张秀英'), randomBytes(400_000)]);
  await before.app.files.write('FM1', of(content));
  expect(await inTheDatabase('张秀英')).toBe(true);
  const now = await start();
  await ask('tallies');
  await ask('contents');
  for (let round = 0; round < 5; round++) await Promise.all(ids.slice(0, 40).map((id) => add(now, id, 1)));
  await Promise.all([finished('tallies'), finished('contents')]);
  expect(await stored().countDocuments({ 'state.total': { $exists: true } })).toBe(0);
  expect(await Promise.all(ids.map((id) => totalOf(now, id)))).toEqual(ids.map((_, nth) => (nth < 40 ? 10 : 5)));
  expect(await inTheDatabase('张秀英')).toBe(false);
  expect((await contentOf(now, 'FM1')).equals(content)).toBe(true);
  // A process that had read a document before it was sealed writes on what it is now.
  await add(before, 'E100', 1);
  expect(await totalOf(now, 'E100')).toBe(6);
});

test('a run that was stopped goes on where it was, and one that is over has nothing more to do', async () => {
  await stored().deleteMany({});
  const row = { version: 1, seen: {}, sent: {}, lastBatch: '', asks: [], wakeAt: null, askAt: null };
  const rows = Array.from({ length: 350 }, (_, nth) => ({ _id: `F${nth}`, ...row, state: { total: 1, rings: 0 } }));
  await stored().insertMany(rows as unknown as Raw[]);
  await runs().updateOne({ _id: 'tallies' }, { $set: { ...askedRun(new Date(0)), stopped: true, after: 'F2' } });
  const service = await start();
  const open = () => stored().countDocuments({ 'state.total': { $exists: true } });
  expect(await open()).toBe(350);
  await runs().updateOne({ _id: 'tallies' }, { $set: { stopped: false } });
  await finished('tallies');
  // Those up to "F2" had been looked at before it was stopped.
  const upTo = rows.filter(({ _id }) => _id <= 'F2').length;
  expect(await open()).toBe(upTo);
  await ask('tallies');
  await finished('tallies');
  expect(await runs().findOne({ _id: 'tallies' })).toMatchObject({ looked: 350, sealed: upTo });
  const seals = async () => (await stored().find().sort({ _id: 1 }).toArray()).map(({ sealed }) => sealed);
  const before = await seals();
  await ask('tallies');
  await finished('tallies');
  expect(await seals()).toEqual(before);
  expect(await totalOf(service, 'F17')).toBe(1);
});

test('a key is added, made current, everything sealed anew, and the old one retired', async () => {
  await stored().deleteMany({});
  const service = await start();
  await add(service, 'G', 7);
  await service.app.files.write('FM2', of(Buffer.from('%PDF two')));
  await stopAll();
  // Every process knows the new key before one seals with it.
  await add(await start({ DATA_KEYS: `${first}\n${second}` }), 'G', 1);
  expect((await raw('G')).sealed?.key).toBe('k1');
  await stopAll();
  const rotated = await start({ DATA_KEYS: `${second}\n${first}` });
  expect(await totalOf(rotated, 'G')).toBe(8);
  await ask('tallies');
  await ask('contents');
  await Promise.all([finished('tallies'), finished('contents')]);
  expect((await raw('G')).sealed?.key).toBe('k2');
  await stopAll();
  const retired = await start({ DATA_KEYS: second });
  expect(await totalOf(retired, 'G')).toBe(8);
  expect(String(await contentOf(retired, 'FM2'))).toBe('%PDF two');
});
