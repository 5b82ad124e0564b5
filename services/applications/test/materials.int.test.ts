import { createHash } from 'node:crypto';
import { applications as own, residents } from '@lianban/protos';
import { type GrpcServer, serveGrpc } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import { City, quiet, freePort, until, answered } from '@lianban/testing';
import { applications } from '../src';
import { MATERIALS } from '../src/aggregate-types';
import type { MaterialCommand } from '../src/domain/material';
import { MOST_BYTES_A_DAY, MOST_UNUSED, removeUnused } from '../src/materials';
import { openShop } from './open-shop';
import { PNG, pdfOf, sent } from './uploads';
import { manyAtOnce } from './many-at-once';

const city = new City();
const catalogue = manyAtOnce();
type Caller<D extends Parameters<typeof city.caller>[1]> = ReturnType<typeof city.caller<D>>;
let calls: Caller<typeof own.v1.ApplicationsServiceService>;
let materials: Caller<typeof own.v1.MaterialsServiceService>;
/** What residents says that drafts name. */
const inDrafts = new Set<string>();
let standIn: GrpcServer;
let service: Awaited<ReturnType<City['start']>>;

beforeAll(async () => {
  await city.open();
  const port = await freePort();
  const names = async ({ reference }: residents.v1.NamesRequest) => ({ named: inDrafts.has(reference) });
  const drafts = { definition: residents.v1.DraftsServiceService, handlers: { names }, callers: {} };
  standIn = await serveGrpc([drafts], { bind: '127.0.0.1', port, log: quiet });
  service = await city.start(applications, { ...catalogue.settings, SERVICE_ADDRESSES: `residents=127.0.0.1:${port}` });
  calls = city.caller(service, own.v1.ApplicationsServiceService);
  materials = city.caller(service, own.v1.MaterialsServiceService);
});
afterAll(async () => {
  await city.close();
  await standIn.stop(100);
  catalogue.remove();
});

const upload = async (...parts: Buffer[]) => answered(await materials.upload(sent(parts)));
const chunksOf = (reference: string) =>
  city.servers
    .db('applications')
    .collection('contents.chunks')
    .countDocuments({ files_id: reference as never });
const download = async (reference: string) => {
  const parts: Uint8Array[] = [];
  for await (const { content } of materials.download({ reference, ownerId: '', agentId: '' }, {})) parts.push(content);
  return Buffer.concat(parts);
};

test('a PDF uploaded in parts comes back byte for byte, with its size and SHA-256, whatever type was declared', async () => {
  const file = pdfOf(2_000_000);
  const parts = Array.from({ length: 40 }, (_, n) => file.subarray(n * 60_000, (n + 1) * 60_000));
  for (const type of ['application/pdf', 'application/octet-stream', '', 'image/jpg']) {
    const stored = answered(await materials.upload(sent(parts, { type, name: '户口本.pdf' })));
    expect(stored).toMatchObject({
      type: 'application/pdf',
      name: '户口本.pdf',
      size: file.length,
      sha256: createHash('sha256').update(file).digest('hex'),
    });
    expect((await download(stored.reference)).equals(file)).toBe(true);
  }
});

test('what cannot be taken is told by what it is, and nothing of it is kept', async () => {
  const known = city.servers.db('applications').collection('materials');
  const before = await known.countDocuments();
  const large = Array.from({ length: 22 }, () => Buffer.alloc(1_000_000));
  const page = Buffer.from('<script>alert(1)</script>');
  expect(await materials.upload(sent(large))).toMatchObject({ refused: 'material-too-large' });
  expect(await materials.upload(sent([page]))).toMatchObject({ refused: 'material-type' });
  expect(await materials.upload(sent([]))).toMatchObject({ refused: 'file-empty' });
  expect(await materials.upload(sent([PNG.subarray(0, 8)]))).toMatchObject({ refused: 'file-broken' });
  expect(await materials.upload(sent([PNG, PNG], { whole: false }))).toMatchObject({ refused: 'upload-incomplete' });
  const broken = async function* () {
    yield* sent([PNG], { whole: false });
    throw new Error('the line broke');
  };
  await expect(materials.upload(broken())).rejects.toThrow('the line broke');
  expect(await known.countDocuments()).toBe(before);
  expect(await city.servers.db('applications').collection('contents.files').countDocuments()).toBe(before);
});

test('a preview is made of a picture, for its owner alone; of a PDF there is none', async () => {
  const { reference } = await upload(PNG);
  const mine = { reference, ownerId: 'r-1', agentId: '' };
  const { content } = answered(await materials.preview(mine));
  expect(Buffer.from(content.subarray(0, 2)).toString('hex')).toBe('ffd8');
  expect(await materials.preview({ ...mine, ownerId: 'r-2' })).toMatchObject({ refused: 'material-not-found' });
  const { reference: pdf } = answered(await materials.upload(sent([pdfOf(1000)])));
  expect(await materials.preview({ ...mine, reference: pdf })).toMatchObject({ refused: 'material-not-found' });
});

test('mine are listed, the newest first, with where they were named; an agent sees what they uploaded', async () => {
  const ownerId = 'r-lists';
  const up = async (agentId = '') => answered(await materials.upload(sent([PNG], { ownerId, agentId, name: 'a.png' })));
  const [used, waiting] = [await up(), await up('r-3')];
  const named = [{ code: 'sign-drawing', grade: 'C', reference: used.reference }];
  const { applicationNumber } = answered(await calls.submit(openShop(ownerId, { materials: named })));
  const { papers } = answered(await materials.listMine({ ownerId, agentId: '' }));
  expect(papers).toMatchObject([
    { upload: { reference: waiting.reference, name: 'a.png' }, used: false, uses: [] },
    { upload: { reference: used.reference }, used: true, uses: [{ applicationNumber, code: 'sign-drawing' }] },
  ]);
  const byAgent = answered(await materials.listMine({ ownerId, agentId: 'r-3' }));
  expect(byAgent.papers.map(({ upload: of }) => of?.reference)).toEqual([waiting.reference]);
  expect(answered(await materials.listMine({ ownerId: 'r-nobody', agentId: '' })).papers).toEqual([]);
});

test('only the owner has it, and an agent only what they uploaded themselves', async () => {
  const { reference } = await upload(PNG);
  const seen = async (ownerId: string, agentId = '') =>
    'refused' in (await materials.describe({ reference, ownerId, agentId }));
  expect([await seen('r-1'), await seen('r-2'), await seen('r-1', 'r-3')]).toEqual([false, true, true]);
  const by = answered(await materials.upload(sent([PNG], { agentId: 'r-3' })));
  expect(await materials.describe({ reference: by.reference, ownerId: 'r-1', agentId: 'r-3' })).toMatchObject({
    reference: by.reference,
  });
});

test('an application keeps what it names: the owner’s alone, and as a copy', async () => {
  const { reference } = await upload(PNG);
  const named = (grade: string) => [{ code: 'sign-drawing', grade, reference }];
  expect(await calls.submit(openShop('r-2', { materials: named('C') }))).toMatchObject({
    refused: 'invalid-materials',
    pointer: '/materials/0/reference',
  });
  for (const grade of ['A', 'B'])
    expect(await calls.submit(openShop('r-1', { materials: named(grade) }))).toMatchObject({
      refused: 'invalid-materials',
      pointer: '/materials/0/grade',
    });
  answered(await calls.submit(openShop('r-1', { materials: named('C') })));
  const mine = { reference, ownerId: 'r-1', agentId: '' };
  expect(await materials.discard(mine)).toMatchObject({ refused: 'material-in-use' });
  expect(await download(reference)).toEqual(PNG);

  const other = { ...mine, reference: (await upload(PNG)).reference };
  answered(await materials.discard(other));
  expect(await materials.describe(other)).toMatchObject({ refused: 'material-not-found' });
  expect(await chunksOf(other.reference)).toBe(0);
});

test('what nobody named for a week is removed; what an application or a draft names is not', async () => {
  const [used, unused, drafted] = [await upload(PNG), await upload(PNG), await upload(PNG)];
  inDrafts.add(drafted.reference);
  const named = [{ code: 'sign-drawing', grade: 'C', reference: used.reference }];
  answered(await calls.submit(openShop('r-1', { materials: named })));
  await city.pass(8, service);
  await until('the unused upload is removed', async () => {
    await removeUnused(service.app);
    return (await chunksOf(unused.reference)) === 0 ? true : undefined;
  });
  for (const { reference } of [used, drafted]) expect(await download(reference)).toEqual(PNG);

  inDrafts.delete(drafted.reference);
  await city.pass(8, service);
  await until('the upload of the discarded draft is removed', async () => {
    await removeUnused(service.app);
    return (await chunksOf(drafted.reference)) === 0 ? true : undefined;
  });
  expect(await download(used.reference)).toEqual(PNG);
});

test.each([
  ['a paper that is nowhere', { reference: 'no-such-paper' }, '/materials/0/reference'],
  ['an upload that never was', { reference: 'FM3f0c9c1e-54a1-4a8e-8b39-0d6a2b1c9d10' }, '/materials/0/reference'],
  ['a name and an ID number', { reference: 'my-name-王小梅-410105198001011234' }, '/materials/0/reference'],
  ['an original nobody saw', { grade: 'A' }, '/materials/0/grade'],
  ['a material nobody asks for', { code: 'dog-licence' }, '/materials/0/code'],
])('a resident cannot vouch for %s: nothing is stored', async (_, wrong, pointer) => {
  const stored = () => city.servers.db('applications').collection('applications').countDocuments();
  const before = await stored();
  const { reference } = await upload(PNG);
  const named = [{ code: 'sign-drawing', grade: 'C', reference, ...wrong }];
  expect(await calls.submit(openShop('r-1', { materials: named }))).toMatchObject({ pointer });
  expect(
    await calls.submit(openShop('r-1', { materials: named, agent: { residentId: 'r-3', packages: [] } })),
  ).toMatchObject({
    pointer,
  });
  expect(await stored()).toBe(before);
});

test('an officer at a counter names what they saw by the counter’s mark', async () => {
  const officer = { onBehalfOf: 'officer:o-1' };
  const at = (reference: string) => [{ code: 'health-certificates', grade: 'B', reference }];
  answered(await calls.submit(openShop('r-1', { materials: at('JK-2026-000001') }), officer));
  expect(await calls.submit(openShop('r-1', { materials: at('王小梅 410105198001011234') }), officer)).toMatchObject({
    refused: 'invalid-materials',
    pointer: '/materials/0/reference',
  });
});

test('only so many bytes of one person are taken within a day, also when what came before was discarded', async () => {
  const ownerId = 'r-large';
  const size = MOST_BYTES_A_DAY / 2;
  for (const id of ['FM-large-1', 'FM-large-2']) {
    const order = (command: MaterialCommand) => service.app.dispatch(MATERIALS, id, command);
    answered(await materials.upload(sent([PNG], { ownerId })));
    answered(await order({ type: 'BeginUpload', ownerId, agentId: '', fileType: 'image/png' }));
    answered(await order({ type: 'FinishUpload', size, sha256: '' }));
    answered(await order({ type: 'DiscardMaterial', ownerId, agentId: '' }));
  }
  expect(await materials.upload(sent([PNG], { ownerId }))).toMatchObject({ refused: 'uploads-of-a-day' });
  await city.pass(2, service);
  answered(await materials.upload(sent([PNG], { ownerId })));
});

test('only so many uploads of one person wait for an application', async () => {
  const one = async () => materials.upload(sent([PNG]));
  let answer = await one();
  for (let n = 0; n < MOST_UNUSED && !isRefusal(answer); n++) answer = await one();
  expect(answer).toMatchObject({ refused: 'too-many-uploads' });
});
