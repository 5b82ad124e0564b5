import { refuse } from '@lianban/model';
import { applications, casework, entitlements, residents } from '@lianban/protos';
import { type TestGateway, addressOf, key, openGateway } from '../test/test-gateway';
import { caseOf } from '../test/fake-ports';
import { writOf } from '../test/fake-writs';
import type { AnyRoute } from './http/route';
import type { Sheet } from './pdf/sheet';
import { routes } from './routes';

let gateway: TestGateway;
afterEach(() => gateway.close());

const reference = 'FM00000000-0000-4000-8000-000000000000';
const secret = 'SECRET';
const laden = (version: number) =>
  caseOf(version, {
    answers: { area: secret },
    earlier: { course: secret },
    known: { means: { savingsCents: secret } },
    materials: [{ code: 'plan', grade: 'C', reference }],
    facts: { level: secret },
    reason: secret,
  });
const person = residents.v1.Resident.fromPartial({ residentId: 'r-1', name: secret, phone: secret });
const named = residents.v1.Mandate.fromPartial({ principalName: secret, agentName: secret });
const shown = { getCase: async () => laden(3) };
const acts = [
  ...['accept', 'requestSupplement', 'pause', 'resume', 'decide', 'claim', 'release', 'reassign'],
  ...[
    'extend',
    'approveExtension',
    'refuseExtension',
    'answerDecision',
    'withdrawAsk',
    'askCorrection',
    'answerCorrection',
  ],
];
const writs = async () => casework.v1.ListWritsResponse.fromPartial({ writs: [writOf({ number: secret })] });
const printer = { print: async (sheet: Sheet) => Buffer.from(JSON.stringify(sheet)) };
const entitlement = async () => entitlements.v1.Entitlement.fromPartial({ ref: { payeeId: secret } });
const drawn = {
  get: entitlement,
  act: entitlement,
  listDue: async () => ({ entitlements: [await entitlement()], nextCursor: '' }),
};
/** Services that return everything they can about a person. */
const talkative = (recordRead = async (): Promise<object> => ({})) =>
  openGateway({
    rest: { printer, clientOf: () => drawn as never },
    desks: {
      permits: {
        ...shown,
        ...Object.fromEntries(acts.map((act) => [act, async () => laden(4)])),
        listWork: async () => casework.v1.ListWorkResponse.fromPartial({ cases: [laden(3)] }),
        rehearse: async () => casework.v1.RehearseResponse.fromPartial({ reason: secret }),
        listNotes: async () => casework.v1.ListNotesResponse.fromPartial({ notes: [{ text: secret }] }),
        listWrits: writs,
        previewWrits: writs,
      },
    },
    materials: {
      describe: async () =>
        applications.v1.StoredMaterial.fromPartial({ reference, type: 'image/png', size: secret.length }),
      async *download() {
        yield { content: Buffer.from(secret) };
      },
    },
    applications: { get: async () => applications.v1.Application.fromPartial({ steps: [{ reason: secret }] }) },
    residents: {
      recordRead: recordRead as never,
      get: async () => person,
      find: async () => person,
      disclose: async () => ({ idNumber: secret }),
    },
    corrections: {
      get: async () => residents.v1.Correction.fromPartial({ residentId: 'r-1', value: secret, reference }),
    },
    mandates: { confirmAtCounter: async () => named, answerAtCounter: async () => named },
  });

const reason = 'because';
const bodies: Readonly<Record<string, object>> = {
  rehearseCase: { findings: {} },
  addNote: { audience: 'officers', text: 'Called.' },
  discloseIdNumber: { purpose: 'check-identity' },
  answerDeskReadQuestion: { text: 'To check who it is.' },
  findResident: { idNumber: '11010519491231002X' },
  submitForResident: { residentId: 'r-1', package: 'small-shop', answers: {} },
  assignCase: { to: 'o-2' },
  requestSupplement: { missing: [{ code: 'plan', note: '' }] },
  pauseCase: { reason },
  extendCase: { days: 1, reason },
  decideCase: { outcome: 'granted', reason },
  actOnEntitlement: { act: 'confirm', cause: 'looked-at' },
  decideCorrection: { outcome: 'granted' },
  askDecisionCorrection: { outcome: 'refused', error: 'facts-wrong' },
  previewWrits: { act: 'accept' },
  actOnMany: { act: 'accept', cases: [{ id: 'A-1/licence', version: 1 }], rehearse: false },
  confirmMandateAtCounter: { evidence: { kind: 'signed-form', reference: 'counter-3/2026-0017' } },
};
const send = ({ id, method, path, who }: AnyRoute) =>
  gateway.send(addressOf(path), {
    as: who as 'officer',
    method: method.toUpperCase(),
    headers: key(),
    ...(bodies[id] ? { json: bodies[id] } : {}),
  });

const ofOfficers = routes.filter(({ who }) => who === 'officer' || who === 'supervisor');
const looks = ofOfficers.filter(({ shows }) => typeof shows === 'object');
const byId = (some: readonly AnyRoute[]) => some.map((route) => [route.id, route] as const);
/** What an act asks beforehand, which shows nothing. */
const lookedUp = ['applications.listPackages', 'residents.getRelation'];
/** Routes whose services record the read themselves. */
const registers = [
  'residents.get',
  'residents.find',
  'residents.disclose',
  'corrections.get',
  'mandates.confirmAtCounter',
  'mandates.answerAtCounter',
];

test('every route of the desk declares what it shows of a person', () => {
  gateway = { close: async () => undefined } as TestGateway;
  expect(ofOfficers.length).toBeGreaterThan(20);
  expect(ofOfficers.filter(({ shows }) => shows === undefined).map(({ id }) => id)).toEqual([]);
  const silent = ofOfficers.filter(({ path, shows }) => path.includes(':step') && shows === 'nothing');
  expect(silent.map(({ id }) => id)).toEqual(['addNote']);
});

test.each(byId(ofOfficers))('%s shows nothing of a person before the read is recorded', async (_, route) => {
  gateway = await talkative();
  const response = await send(route);
  expect([200, 201, 202]).toContain(response.status);
  const isShown = (await response.text()).includes(secret);
  const names = gateway.calls.map(({ name }) => name);
  const isNoted = names.includes('residents.recordRead') || names.some((name) => registers.includes(name));
  expect([isShown, isShown]).toEqual([route.shows !== 'nothing', isNoted]);
});

test.each(byId(looks))('%s: the read is recorded with officer, department, case and purpose', async (_, route) => {
  gateway = await talkative();
  await send(route);
  const noted = gateway.calls.filter(({ name }) => name === 'residents.recordRead');
  const id = route.who === 'supervisor' ? 's-1' : 'o-1';
  expect(noted).toMatchObject([
    {
      request: { residentId: 'r-1', purpose: { caseId: 'A-1/licence', department: 'permits' } },
      options: { onBehalfOf: `${route.who}:${id}` },
    },
  ]);
  expect((noted[0]?.request as { fields: string[] }).fields).not.toEqual([]);
});

test.each(byId(looks))('%s: when the read cannot be recorded, nothing is shown or done', async (_, route) => {
  gateway = await talkative(async () => refuse('read-without-reason', 'Say why.'));
  const response = await send(route);
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(await response.text()).not.toContain(secret);
  const names = gateway.calls.map(({ name }) => name).filter((name) => !lookedUp.includes(name));
  expect(names.slice(0, 2)).toEqual(['permits.getCase', 'residents.recordRead']);
  expect(names).toHaveLength(2);
});

test('the fields recorded are those the case holds', async () => {
  const fields = async (more: object) => {
    gateway = await openGateway({ desks: { permits: { getCase: async () => caseOf(3, more) } } });
    await gateway.send('/api/desk/cases/A-1/licence', { as: 'officer' });
    const [noted] = gateway.calls.filter(({ name }) => name === 'residents.recordRead');
    await gateway.close();
    return (noted?.request as { fields: string[] }).fields;
  };
  expect(await fields({ answers: {} })).toEqual(['case']);
  expect(await fields({ known: { means: {}, seat: {} } })).toEqual(['case', 'answers', 'means', 'facts']);
  const objections = ['OB00000001'];
  const materials = [{ code: 'plan', grade: 'C', reference }];
  expect(await fields({ objections, materials, earlier: { course: {} }, facts: { level: 2 } })).toEqual([
    'case',
    'answers',
    'earlier-results',
    'papers',
    'objections',
    'result',
  ]);
});

test('a paper the case does not name is not opened or recorded', async () => {
  gateway = await openGateway();
  await gateway.send(`/api/desk/cases/A-1/licence/materials/${reference}`, { as: 'officer' });
  expect(gateway.calls.map(({ name }) => name)).toEqual(['permits.getCase', 'residents.getRelation']);
});
