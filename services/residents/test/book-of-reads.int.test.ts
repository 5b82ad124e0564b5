import { residents as own } from '@lianban/protos';
import type { Running } from '@lianban/runtime';
import { readAuditLog, verifyAuditLog } from '@lianban/audit-log';
import { City, until, answered } from '@lianban/testing';
import { residents } from '../src';
import { sealBooks } from '../src/seal-books';
import { somebody } from './people';

const city = new City();
const Service = own.v1.ResidentsServiceService;
let processes: readonly Running[];
let callers: readonly ReturnType<typeof city.caller<typeof Service>>[];

beforeAll(async () => {
  await city.open();
  processes = [await city.start(residents), await city.start(residents)];
  callers = processes.map((service) => city.caller(service, Service));
  answered(await callers[0]!.register(somebody(1)));
});
afterAll(() => city.close());

const stored = (kind: string) => city.servers.db('residents').collection<{ _id: string }>(kind);
const verify = () => verifyAuditLog(readAuditLog(stored('reads'), stored('pages')), { isOld: () => true });

/** Reads at both processes, `count` in all. */
const read = (count: number) =>
  Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const purpose = { caseId: `LB20260302${String(i).padStart(6, '0')}/relief`, purpose: 'temporary-relief' };
      answered(await callers[i % 2]!.get({ residentId: 'r-1', purpose }));
    }),
  );

test('while two processes write and seal at once, every read comes to stand on exactly one page', async () => {
  let isWritten = false;
  const sealing = processes.map(async ({ app }) => {
    while (!isWritten) await sealBooks(app);
    await sealBooks(app);
  });
  for (let round = 0; round < 6; round++) await read(120);
  isWritten = true;
  await Promise.all(sealing);

  const { blocks: pages, ...found } = await verify();
  expect(found).toMatchObject({ sealed: 720, waiting: 0, faults: [] });
  expect(pages).toBeGreaterThan(1);
  await sealBooks(processes[0]!.app);
  expect((await verify()).blocks).toBe(pages);
});

test('each page is told once, with its hash and the one before', async () => {
  const { blocks: pages, last } = await verify();
  const said = () =>
    city.telling.heard
      .filter(({ headers }) => headers['ce_type'] === own.v1.BookPageSealed.$type)
      .map(({ value }) => own.v1.BookPageSealed.decode(value!))
      .toSorted((a, b) => a.number - b.number);
  await until('every page is told', () => said().length >= pages);
  const told = said();
  expect(told.map(({ number }) => number)).toEqual(Array.from({ length: pages }, (_, i) => i + 1));
  expect(told.slice(1).map(({ previousHash }) => previousHash)).toEqual(told.slice(0, -1).map(({ hash }) => hash));
  expect(told.at(-1)).toMatchObject(last!);
  expect(told.reduce((sum, { reads }) => sum + reads, 0)).toBe(720);
});

test('nobody has to ask for it: the service seals by itself', async () => {
  await read(2);
  await until('both reads are sealed', async () => (await verify()).sealed === 722);
});

test('a read of a former release, under an id by chance, is left where it is', async () => {
  const { blocks } = await verify();
  await stored('reads').insertOne({ _id: '9a1f9a43-7a5c-4e0c-8a4e-0a4d8b9f2c11' });
  await sealBooks(processes[0]!.app);
  expect(await verify()).toMatchObject({ blocks, sealed: 722, waiting: 0, faults: [] });
  expect(await readAuditLog(stored('reads'), stored('pages')).counts()).toEqual({ blocks, former: 1 });
});

test('what somebody with the database’s password does to a read is found', async () => {
  const [first, second] = await stored('reads').find({ _id: /^r/ }).sort({ _id: 1 }).limit(2).toArray();
  await stored('reads').updateOne({ _id: first!._id }, { $set: { 'state.reader': 'nobody' } });
  await stored('reads').deleteOne({ _id: second!._id });
  expect((await verify()).faults).toEqual([
    { block: expect.any(Number), entry: first!._id, what: 'was changed' },
    { block: expect.any(Number), entry: second!._id, what: 'was removed' },
  ]);
});
