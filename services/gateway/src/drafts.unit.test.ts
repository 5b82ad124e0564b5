import { refuse } from '@lianban/model';
import { applications, residents } from '@lianban/protos';
import { type TestGateway, openGateway, problemIn } from '../test/test-gateway';

let gateway: TestGateway;
afterEach(() => gateway.close());

const path = '/api/me/drafts/small-shop';
const json = { answers: { savings: 'not sure yet' }, step: 'savings' };

test('a draft is saved over the version that was read, and returns its own', async () => {
  gateway = await openGateway();
  const saved = await gateway.send(path, { method: 'PUT', as: 'resident', json, headers: { 'If-Match': '"2"' } });
  expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"3"']);
  expect(gateway.calls).toMatchObject([{ name: 'drafts.save', request: { ...json, materials: [], version: 2 } }]);
});

test('a draft stores uploads and promises, and no grade its writer may not give', async () => {
  gateway = await openGateway();
  const reference = 'FM00000000-0000-4000-8000-000000000000';
  const save = async (material: object) => {
    const materials = [{ code: 'plan', grade: 'C', reference, ...material }];
    return gateway.send(path, { method: 'PUT', as: 'resident', json: { ...json, materials } });
  };
  expect((await save({})).status).toBe(200);
  expect((await save({ grade: 'D', reference: 'promised-online' })).status).toBe(200);
  const pointerOf = async (material: object) => (await problemIn(await save(material))).errors?.map((of) => of.pointer);
  expect(await pointerOf({ grade: 'A' })).toEqual(['/materials/0/grade']);
  expect(await pointerOf({ reference: 'my-name-410105198001011234' })).toEqual(['/materials/0/reference']);
});

test('a paper in a draft is a copy or a promise, whatever grade was stored before', async () => {
  const materials = ['A', 'C', 'D', ''].map((grade) => ({ code: 'plan', grade, reference: 'x' }));
  gateway = await openGateway({ drafts: { get: async () => residents.v1.Draft.fromPartial({ materials }) } });
  const draft = (await (await gateway.send(path, { as: 'resident' })).json()) as { materials: { grade: string }[] };
  expect(draft.materials.map(({ grade }) => grade)).toEqual(['C', 'C', 'D', 'C']);
});

test('a draft saved elsewhere meanwhile is 412', async () => {
  gateway = await openGateway({ drafts: { save: async () => refuse('version-conflict', 'Saved elsewhere.') } });
  const response = await gateway.send(path, { method: 'PUT', as: 'resident', json, headers: { 'If-Match': '"2"' } });
  expect(response.status).toBe(412);
});

test('a missing draft is 404; a discarded one is deleted', async () => {
  gateway = await openGateway({ drafts: { get: async () => refuse('draft-not-found', 'None.') } });
  expect((await problemIn(await gateway.send(path, { as: 'resident' }))).slug).toBe('draft-not-found');
  const gone = await gateway.send(path, { method: 'DELETE', as: 'resident' });
  expect(await gone.json()).toEqual({ discarded: true });
});

test('prefilled facts are returned by field, with their source', async () => {
  const facts = [{ fact: 'savings-cents', value: 700, source: 'household-register' }];
  gateway = await openGateway({
    applications: {
      listPackages: async () => ({
        packages: [
          { code: 'small-shop', form: [{ name: 'savingsCents', prefill: 'savings-cents' }, { name: 'reason' }] },
        ].map((each) => applications.v1.Package.fromPartial(each)),
      }),
    },
    residents: { prefill: async () => residents.v1.PrefillResponse.fromPartial({ name: '王秀兰', facts }) },
  });
  const response = await gateway.send('/api/me/profile?package=small-shop', { as: 'resident' });
  expect(await response.json()).toMatchObject({
    name: '王秀兰',
    fields: [{ name: 'savingsCents', value: 700, source: { code: 'household-register' } }],
  });
  expect(gateway.calls.at(-1)).toMatchObject({ request: { residentId: 'r-1', agentId: '', facts: ['savings-cents'] } });
});

test('a mandate is given or asked for, to the end of its last day', async () => {
  gateway = await openGateway();
  const make = (json: object) => gateway.send('/api/me/mandates', { as: 'resident', json });
  expect((await make({ to: 'r-2', packages: 'all', until: '2026-12-31' })).status).toBe(201);
  expect((await make({ from: 'r-2', packages: ['small-shop'], until: '2026-12-31' })).status).toBe(201);
  const mother = { idNumber: '11010519491231002X', name: '王秀兰' };
  expect((await make({ from: mother, packages: 'all', until: '2026-12-31' })).status).toBe(201);
  expect((await make({ from: { ...mother, name: '' }, packages: 'all', until: '2026-12-31' })).status).toBe(422);
  expect((await make({ packages: 'all', until: '2026-12-31' })).status).toBe(422);
  expect((await make({ to: 'r-2', from: 'r-3', packages: 'all', until: '2026-12-31' })).status).toBe(422);
  expect((await make({ to: 'r-2', packages: [], until: '31.12.2026' })).status).toBe(422);
  const unknown = await make({ to: 'r-2', packages: ['small-shop', 'no-such'], until: '2026-12-31' });
  expect([unknown.status, await unknown.json()]).toMatchObject([422, { errors: [{ pointer: '/packages/1' }] }]);
  const until = new Date('2026-12-31T15:59:59.999Z');
  expect(gateway.calls.filter(({ name }) => name.startsWith('mandates.'))).toMatchObject([
    { name: 'mandates.give', request: { principalId: 'r-1', agentId: 'r-2', packages: [], until } },
    { name: 'mandates.askFor', request: { principalId: 'r-2', agentId: 'r-1', packages: ['small-shop'], until } },
    { name: 'mandates.askFor', request: { principalId: '', agentId: 'r-1', packages: [], until, other: mother } },
  ]);
});
