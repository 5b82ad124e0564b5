import { CallFailed } from '@lianban/grpc';
import { addressOf, key, openGateway, problemIn, type TestGateway } from '../test/test-gateway';
import { caseOf } from '../test/fake-ports';
import type { AnyRoute } from './http/route';
import { routes } from './routes';

let gateway: TestGateway;
afterEach(() => gateway?.close());

const reference = 'FM00000000-0000-4000-8000-000000000000';
const reason = 'because';
const bodies: Readonly<Record<string, object>> = {
  rehearseCase: { findings: {} },
  previewWrits: { act: 'accept' },
  addNote: { audience: 'officers', text: 'Called.' },
  discloseIdNumber: { purpose: 'check-identity' },
  submitForResident: { residentId: 'r-1', package: 'small-shop', answers: {} },
  assignCase: { to: 'o-2' },
  requestSupplement: { missing: [{ code: 'plan', note: '' }] },
  pauseCase: { reason },
  extendCase: { days: 1, reason },
  decideCase: { outcome: 'granted', reason },
  askDecisionCorrection: { outcome: 'refused', error: 'facts-wrong' },
  actOnEntitlement: { act: 'confirm', cause: 'looked-at' },
};
const send = ({ id, method, path, who }: AnyRoute, as: string) =>
  gateway.send(addressOf(path), {
    as: { role: who as 'officer', id: as, department: 'permits', scopes: ['counter'] },
    method: method.toUpperCase(),
    headers: key(),
    ...(bodies[id] ? { json: bodies[id] } : {}),
  });

/** The officer o-9 in each relation to the resident r-1 that anything can tell; as themselves they are r-1. */
const relations: readonly [relation: string, officer: string, of: object, kind: string][] = [
  ['self', 'r-1', {}, ''],
  ['filed', 'o-9', { filedBy: ['o-9'] }, ''],
  ['household', 'o-9', {}, 'household'],
  ['mandate', 'o-9', {}, 'mandate'],
];
const secret = 'SECRET';
const related = (of: object, kind: string) =>
  openGateway({
    desks: {
      permits: {
        getCase: async () =>
          caseOf(3, { ...of, answers: { area: secret }, materials: [{ code: 'plan', grade: 'C', reference }] }),
        release: async () => caseOf(4, { ...of, answers: { area: secret } }),
      },
    },
    residents: { getRelation: async () => ({ kind, guardian: false }) },
  });

const aboutOne = routes.filter(({ who, path }) => ['officer', 'supervisor'].includes(who) && path.includes(':step'));
const open = ['getCase', 'releaseCase'];
const closed = [
  ...aboutOne.filter(({ id }) => !open.includes(id)),
  ...routes.filter(({ id }) => id === 'submitForResident'),
];
const every = relations.flatMap(([relation, officer, of, kind]) =>
  closed
    // Whoever files a new application filed no case yet.
    .filter(({ id }) => id !== 'submitForResident' || relation !== 'filed')
    .map((route) => [route.id, relation, route, officer, of, kind] as const),
);

test('the table covers every act and read of one case', () => {
  expect(closed.length).toBeGreaterThanOrEqual(18);
});

test.each(every)('%s is refused to an officer related as %s, before anything happens', async (...given) => {
  const [, , route, officer, of, kind] = given;
  gateway = await related(of, kind);
  const response = await send(route, officer);
  expect([response.status, (await problemIn(response)).slug]).toEqual([403, 'conflict-of-interest']);
  // Asked at the same time, so that neither waits for the other; nothing of it is shown or kept.
  const lookedUp = ['residents.getRelation', 'residents.getStanding'];
  const asked = gateway.calls.map(({ name }) => name).filter((name) => !lookedUp.includes(name));
  expect(asked).toEqual(route.id === 'submitForResident' ? [] : ['permits.getCase']);
});

test.each(relations)(
  'related as %s, an officer sees where the case stands, why, and nothing of the person',
  async (...given) => {
    const [relation, officer, of, kind] = given;
    gateway = await related(of, kind);
    for (const route of aboutOne.filter(({ id }) => open.includes(id))) {
      const response = await send(route, officer);
      const text = await response.text();
      expect([response.status, JSON.parse(text).conflict, text.includes(secret)]).toEqual([200, relation, false]);
    }
    const noted = gateway.calls.filter(({ name }) => name === 'residents.recordRead');
    expect(noted.map(({ request }) => (request as { fields: string[] }).fields)).toEqual([['case'], ['case']]);
  },
);

test('nobody is given the case of their household, alone or among many', async () => {
  gateway = await openGateway({
    residents: {
      getRelation: async ({ personId }) => ({ kind: personId === 'o-2' ? 'household' : '', guardian: false }),
    },
  });
  const alone = await gateway.send('/api/desk/cases/A-1/licence/assignment', { as: 'supervisor', json: { to: 'o-2' } });
  expect([alone.status, (await problemIn(alone)).errors]).toMatchObject([422, [{ pointer: '/to' }]]);
  const cases = [{ id: 'A-1/licence', version: 3 }];
  const many = await gateway.send('/api/desk/bulk', {
    as: 'supervisor',
    json: { act: 'reassign', to: 'o-2', cases, rehearse: false },
  });
  expect(await many.json()).toMatchObject({ results: [{ result: 'refused', slug: 'conflict-of-interest' }] });
  expect(gateway.calls.map(({ name }) => name)).not.toContain('permits.reassign');
});

test('many cases at once: those of the officer’s own people are left out', async () => {
  gateway = await related({}, 'household');
  const done = await gateway.send('/api/desk/bulk', {
    as: 'supervisor',
    json: { act: 'accept', cases: [{ id: 'A-1/licence', version: 3 }], rehearse: false },
  });
  expect(await done.json()).toMatchObject({ results: [{ result: 'refused', slug: 'conflict-of-interest' }] });
  expect(gateway.calls.find(({ name }) => name === 'permits.bulk')?.request).toMatchObject({ rows: [] });
});

test('a register of the former release knows no relations: the desk goes on as it did', async () => {
  const unknown = new CallFailed('residents', 'UNIMPLEMENTED', 'no such call', false);
  gateway = await openGateway({ residents: { getRelation: () => Promise.reject(unknown) } });
  expect((await gateway.send('/api/desk/cases/A-1/licence', { as: 'officer' })).status).toBe(200);
});
