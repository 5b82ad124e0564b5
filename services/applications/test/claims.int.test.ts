import { randomUUID } from 'node:crypto';
import { applications as own, casework } from '@lianban/protos';
import { City, answered } from '@lianban/testing';
import { applications } from '../src';
import { removeUnused } from '../src/materials';
import { Departments } from './departments';
import { manyAtOnce } from './many-at-once';
import { PNG, sent } from './uploads';

const { v1 } = casework;
const city = new City();
const catalogue = manyAtOnce();
const { telling } = city;
const departments = new Departments(telling);
type Caller<D extends Parameters<typeof city.caller>[1]> = ReturnType<typeof city.caller<D>>;
let calls: Caller<typeof own.v1.ApplicationsServiceService>;
let uploads: Caller<typeof own.v1.MaterialsServiceService>;
let service: Awaited<ReturnType<City['start']>>;

beforeAll(async () => {
  await city.open();
  // Residents are not there: what is agreed to waits to be taken down, for an hour.
  service = await city.start(applications, catalogue.settings);
  calls = city.caller(service, own.v1.ApplicationsServiceService);
  uploads = city.caller(service, own.v1.MaterialsServiceService);
});
afterAll(async () => {
  await city.close();
  catalogue.remove();
});

const upload = async () => answered(await uploads.upload(sent([PNG]))).reference;
const mine = (reference: string) => ({ reference, ownerId: 'r-1', agentId: '' });
const gone = async () => {
  const reference = await upload();
  answered(await uploads.discard(mine(reference)));
  return reference;
};

const consent: own.v1.Consent = {
  from: 'residents',
  to: 'social-assistance',
  purpose: 'minimum-living-allowance',
  version: '2026-1',
};
const paper = (reference: string) => ({ code: 'household-authorisation', grade: 'C', reference });
const submission = (more: Partial<own.v1.SubmitRequest> = {}): own.v1.SubmitRequest => ({
  package: 'elderly-parent-care',
  residentId: 'r-1',
  district: '410105',
  answers: { wantsMinimumLiving: true },
  materials: [],
  consents: [],
  idempotencyKey: randomUUID(),
  ...more,
});

/** An application whose department waits for a supplement. */
async function waiting(): Promise<own.v1.SupplementRequest> {
  const { applicationNumber } = answered(await calls.submit(submission()));
  await departments.askFor(applicationNumber, 'minimum-living', 'household-authorisation');
  const step = 'minimum-living';
  const supplement = { applicationNumber, residentId: 'r-1', step, answers: {}, idempotencyKey: '' };
  await untilAsked(applicationNumber);
  return { ...supplement, materials: [], consents: [] };
}

const untilAsked = async (applicationNumber: string) => {
  for await (const { status } of calls.watch({ applicationNumber, residentId: 'r-1' }, {}))
    if (status === 'waiting-for-you') return;
};
const provided = (number: string) => telling.next(v1.SupplementProvided, `${number}/minimum-living`);
const no = { refused: 'invalid-materials', pointer: '/materials/1/reference' };

describe.each([
  ['with a consent', [consent]],
  ['with the paper that says the same', []],
])('%s', (_, consents) => {
  test.each([
    ['discarded', gone],
    ['never there', () => Promise.resolve(`FM${randomUUID()}`)],
  ])('a supplement that names an upload %s is refused at once, and can be mended', async (_what, reference) => {
    const supplement = await waiting();
    const whole = paper(await upload());
    const bad = await calls.supplement({ ...supplement, materials: [whole, paper(await reference())], consents });
    expect(bad).toMatchObject(no);
    answered(await calls.supplement({ ...supplement, materials: [whole], consents }));
    await city.pass(1, service);
    expect(await provided(supplement.applicationNumber)).toMatchObject({ materials: [whole] });
  });

  test('a submission that names an upload that is gone is refused at once', async () => {
    const materials = [paper(await upload()), paper(await gone())];
    expect(await calls.submit(submission({ materials, consents }))).toMatchObject(no);
  });
});

test('what waits for its consent keeps its uploads, however long that takes', async () => {
  const supplement = await waiting();
  const reference = await upload();
  answered(await calls.supplement({ ...supplement, materials: [paper(reference)], consents: [consent] }));
  expect(await uploads.discard(mine(reference))).toMatchObject({ refused: 'material-in-use' });
  await city.pass(8, service);
  await removeUnused(service.app);
  expect(await provided(supplement.applicationNumber)).toMatchObject({ materials: [paper(reference)] });
  expect(answered(await uploads.describe(mine(reference)))).toMatchObject({ reference });
});
