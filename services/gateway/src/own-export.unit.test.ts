import { CallFailed } from '@lianban/grpc';
import { refuse } from '@lianban/model';
import { applications, residents } from '@lianban/protos';
import { z } from 'zod';
import { application } from '../test/fake-ports';
import { ownWrit } from '../test/fake-writs';
import { type TestGateway, openGateway, problemIn } from '../test/test-gateway';
import { listNames } from './own-data/parts';
import { keys } from './own-data/words';
import { type OwnData, ownData } from './schemas/own-data';

let gateway: TestGateway;
afterEach(() => gateway.close());

const get = (path = '/api/me/export') => gateway.send(path, { as: 'resident' });
const exported = async () => ownData.parse(await (await get()).json());
const pageOf = (n: number, nextCursor: string) =>
  applications.v1.OwnApplications.fromPartial({
    applications: [{ application: application(1, { applicationNumber: `A-${n}` }), answers: { n } }],
    nextCursor,
  });

test('everything is in the file, to the last page of each list, as it is described', async () => {
  gateway = await openGateway({
    ownApplications: {
      listApplications: async ({ cursor }) => (cursor ? pageOf(2, '') : pageOf(1, 'older')),
    },
  });
  const response = await get();
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="my-data.json"');
  expect(response.headers.get('content-length')).toBeNull();
  const whole: OwnData = ownData.strict().parse(await response.json());
  const told = { ...ownWrit, issuedAt: ownWrit.issuedAt.toISOString() };
  expect(whole).toMatchObject({
    about: { residentId: 'r-1' },
    register: { name: '王秀兰', idNumber: '11010519491231002X' },
    applications: [
      {
        applicationNumber: 'A-1',
        answers: { n: 1 },
        cases: [{ step: 'licence', known: { persons: 2 }, writs: [told] }],
      },
      { applicationNumber: 'A-2', answers: { n: 2 } },
    ],
    uploads: [{ type: 'image/png', used: true }],
    mandates: [{ side: 'given', id: 'MD00000001' }],
    consents: [{ to: 'social-assistance' }],
    drafts: [{ package: 'small-shop', answers: { savings: 1 } }],
    reads: [{ reader: 'social-assistance', purpose: 'means-test' }],
    complete: true,
  });
});

test('all of it is asked for the person who signed in', async () => {
  gateway = await openGateway();
  await (await get()).json();
  const asked = gateway.calls.map(({ request, options }) => [
    (request as { residentId: string }).residentId,
    (options as { onBehalfOf: string }).onBehalfOf,
  ]);
  expect(asked.length).toBeGreaterThanOrEqual(8);
  expect(asked.filter(([id, person]) => id !== 'r-1' || person !== 'resident:r-1')).toEqual([]);
  expect(gateway.calls[0]).toMatchObject({ name: 'ownEntry.getEntry' });
});

test('a department that does not answer is named in its place', async () => {
  const down = async () => Promise.reject(new CallFailed('permits', 'UNAVAILABLE', 'down', true));
  gateway = await openGateway({ desks: { permits: { getOwnCase: down } } });
  const { applications: all } = await exported();
  expect(all[0]!.cases).toEqual([{ step: 'licence', department: 'permits', unavailable: true }]);
});

test('one that was broken off is no whole file', async () => {
  const reads = async () => refuse('broken', 'The list cannot be read.');
  gateway = await openGateway({ residents: { listReads: reads } });
  await expect(get().then((response) => response.text())).rejects.toThrow();
});

test('nothing is sent when the register refuses', async () => {
  gateway = await openGateway({ ownEntry: { getEntry: async () => refuse('resident-not-found', 'Nobody.') } });
  const response = await get();
  expect(response.status).toBe(404);
  await problemIn(response);
});

test('six an hour, in either form', async () => {
  gateway = await openGateway();
  for (const path of ['/api/me/export', '/api/me/export.html', '/api/me/export'])
    for (let n = 0; n < 2; n++) expect((await get(path)).status).toBe(200);
  expect((await get('/api/me/export.html')).status).toBe(429);
});

test('the readable form says in words what is there, and runs nothing', async () => {
  const entry = residents.v1.OwnEntry.fromPartial({
    residentId: 'r-1',
    name: '<script>alert(1)</script>',
    household: { ownMonthlyIncomeCents: 123_450 },
  });
  gateway = await openGateway({ ownEntry: { getEntry: async () => entry } });
  const response = await get('/api/me/export.html');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="my-data.html"');
  const page = await response.text();
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;script&gt;');
  expect(page).toContain('<dt>本人月收入 own monthly income</dt><dd>¥1234.50</dd>');
  expect(page).toContain('开小店 Small shop (small-shop)');
  expect(page).toMatch(/完 complete<\/p><\/body><\/html>\n$/);
});

test('each name of the data has words', async () => {
  gateway = await openGateway();
  const found = new Set<string>();
  const look = (of: unknown): void => {
    if (typeof of !== 'object' || of === null) return;
    const { properties } = of as { properties?: object };
    for (const name of Object.keys(properties ?? {})) found.add(name);
    Object.values(of).forEach(look);
  };
  const { register, ...shape } = ownData.shape;
  for (const part of [register, ...listNames.map((name) => shape[name])]) look(z.toJSONSchema(part, { io: 'input' }));
  // Of a text in both languages, which is shown as one.
  const both = ['zh', 'en'];
  expect([...found].filter((name) => !Object.hasOwn(keys, name) && !both.includes(name))).toEqual([]);
});
