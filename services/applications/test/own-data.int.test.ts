import { applications as own } from '@lianban/protos';
import { City, answered } from '@lianban/testing';
import { applications } from '../src';
import { manyAtOnce } from './many-at-once';
import { openShop } from './open-shop';
import { PNG, sent } from './uploads';

const city = new City();
const catalogue = manyAtOnce();
type Caller<D extends Parameters<typeof city.caller>[1]> = ReturnType<typeof city.caller<D>>;
let calls: Caller<typeof own.v1.ApplicationsServiceService>;
let materials: Caller<typeof own.v1.MaterialsServiceService>;
let mine: Caller<typeof own.v1.OwnDataServiceService>;

beforeAll(async () => {
  await city.open();
  const service = await city.start(applications, catalogue.settings);
  calls = city.caller(service, own.v1.ApplicationsServiceService);
  materials = city.caller(service, own.v1.MaterialsServiceService);
  mine = city.caller(service, own.v1.OwnDataServiceService);
});
afterAll(async () => {
  await city.close();
  catalogue.remove();
});

const submit = async (residentId: string) => answered(await calls.submit(openShop(residentId))).applicationNumber;
const page = (residentId: string, cursor = '') => ({ residentId, limit: 2, cursor });
const as = (residentId: string) => ({ onBehalfOf: `resident:${residentId}` });

test('applications come with what was answered and objected to, page by page, and nobody else’s', async () => {
  await submit('r-9');
  const numbers = [await submit('r-1'), await submit('r-1'), await submit('r-1')].reverse();
  const applicationNumber = numbers[0]!;
  const reason = 'The inspection looked at another shop.';
  answered(
    await calls.object({ applicationNumber, residentId: 'r-1', step: 'registration', reason, idempotencyKey: 'k' }),
  );

  const first = answered(await mine.listApplications(page('r-1'), as('r-1')));
  const second = answered(await mine.listApplications(page('r-1', first.nextCursor), as('r-1')));
  const all = [...first.applications, ...second.applications];
  expect(all.map(({ application }) => application?.applicationNumber)).toEqual(numbers);
  expect(second.nextCursor).toBe('');
  expect(all[0]).toMatchObject({
    answers: openShop('r-1').answers,
    objections: [{ step: 'registration', objection: { text: reason } }],
  });
  expect(all[1]?.objections).toEqual([]);
});

test('uploads are listed to the last page; those of others and those thrown away are not', async () => {
  const upload = async () => answered(await materials.upload(sent([PNG])));
  const kept = [await upload(), await upload(), await upload()].map(({ reference }) => reference);
  const gone = await upload();
  answered(await materials.discard({ reference: gone.reference, ownerId: 'r-1', agentId: '' }));

  const first = answered(await mine.listUploads(page('r-1'), as('r-1')));
  const second = answered(await mine.listUploads(page('r-1', first.nextCursor), as('r-1')));
  const listed = [...first.uploads, ...second.uploads];
  expect(listed.map(({ upload: of }) => of?.reference)).toEqual(kept.toSorted());
  expect(listed[0]).toMatchObject({ used: false, agentId: '', upload: { type: 'image/png', size: PNG.length } });
  expect(answered(await mine.listUploads(page('r-stranger'), as('r-stranger'))).uploads).toEqual([]);
});

test('nobody lists what is somebody else’s', async () => {
  for (const list of [mine.listApplications, mine.listUploads]) {
    await expect(list(page('r-1'), as('r-stranger'))).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
    expect(await list(page('r-1'), { onBehalfOf: 'officer:o-1' })).toMatchObject({ refused: 'resident-not-found' });
  }
});
