import { CallFailed } from '@lianban/grpc';
import { refuse } from '@lianban/model';
import { applications, casework } from '@lianban/protos';
import { type TestGateway, key, openGateway, problemIn } from '../test/test-gateway';
import { caseOf } from '../test/fake-ports';

let gateway: TestGateway;
afterEach(() => gateway.close());

const licence = '/api/desk/cases/A-1/licence';
const elsewhere = { role: 'officer', id: 'o-9', department: 'permits', district: '410102' };

describe('reads of personal data are recorded for the person to see, with case, purpose and department', () => {
  const purpose = (of: string) => ({ caseId: 'A-1/licence', purpose: of, department: 'permits' });

  test('the person', async () => {
    gateway = await openGateway();
    expect((await gateway.send(`${licence}/resident`, { as: 'officer' })).status).toBe(200);
    expect(gateway.calls.at(-1)).toMatchObject({
      name: 'residents.get',
      request: { residentId: 'r-1', purpose: purpose('case-handling') },
      options: { onBehalfOf: 'officer:o-1' },
    });
  });

  test('the whole ID number, with a purpose', async () => {
    gateway = await openGateway();
    const json = { purpose: 'check-identity' };
    const response = await gateway.send(`${licence}/resident/disclosure`, { as: 'officer', json });
    expect(await response.json()).toEqual({ idNumber: '11010519491231002X' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(gateway.calls.at(-1)).toMatchObject({
      name: 'residents.disclose',
      request: { purpose: purpose('check-identity') },
    });
    expect((await gateway.send(`${licence}/resident/disclosure`, { as: 'officer', json: {} })).status).toBe(422);
  });

  test('the whole application, before it is shown', async () => {
    gateway = await openGateway();
    expect((await gateway.send(`${licence}/application`, { as: 'officer' })).status).toBe(200);
    expect(gateway.calls.slice(2)).toMatchObject([
      { name: 'residents.recordRead', request: { purpose: purpose('whole-application'), fields: ['application'] } },
      { name: 'applications.get', request: { applicationNumber: 'A-1', residentId: '' } },
    ]);
    await gateway.close();
    gateway = await openGateway({ residents: { recordRead: async () => refuse('read-without-reason', 'Say why.') } });
    await gateway.send(`${licence}/application`, { as: 'officer' });
    expect(gateway.calls.map(({ name }) => name)).not.toContain('applications.get');
  });
});

test.each(['resident', 'application', 'notes'])(
  'a case outside the officer’s district reveals nothing: %s',
  async (what) => {
    gateway = await openGateway();
    const response = await gateway.send(`${licence}/${what}`, { as: elsewhere });
    expect([response.status, (await problemIn(response)).slug]).toEqual([404, 'case-not-found']);
    expect(gateway.calls.map(({ name }) => name)).toEqual(['permits.getCase']);
  },
);

test('a note has an audience and an Idempotency-Key, and names its case', async () => {
  gateway = await openGateway();
  const json = { audience: 'resident', text: ' We come on Friday. ' };
  expect((await gateway.send(`${licence}/notes`, { as: 'officer', json })).status).toBe(400);
  expect((await gateway.send(`${licence}/notes`, { as: 'officer', json, headers: key() })).status).toBe(200);
  expect(gateway.calls.at(-1)?.request).toEqual({
    caseId: 'A-1/licence',
    audience: 'resident',
    text: 'We come on Friday.',
    key: 'key-1',
  });
});

describe('at the counter', () => {
  test('a resident is found by ID number, for the purpose of the intake', async () => {
    gateway = await openGateway();
    await gateway.send('/api/desk/residents/search', { as: 'officer', json: { idNumber: '11010519491231002X' } });
    expect(gateway.calls).toMatchObject([
      { name: 'residents.find', request: { purpose: { caseId: 'counter', purpose: 'counter-intake' } } },
    ]);
  });

  test('the officer submits for the resident, under the officer’s own id, once', async () => {
    const created = applications.v1.SubmitResponse.fromPartial({ applicationNumber: 'A-1', created: false });
    gateway = await openGateway({ applications: { submit: async () => created } });
    const json = { residentId: 'r-7', package: 'small-shop', answers: { area: 20 } };
    const response = await gateway.send('/api/desk/applications', { as: 'officer', json, headers: key() });
    expect([response.status, response.headers.get('idempotency-replayed')]).toEqual([202, 'true']);
    const registered = { district: '410105', birthDate: '1982-05-15' };
    expect(gateway.calls).toMatchObject([
      { name: 'residents.getRelation', request: { personId: 'o-1', residentId: 'r-7' } },
      { name: 'residents.getStanding', request: { residentId: 'r-7' } },
      {
        name: 'applications.submit',
        request: { residentId: 'r-7', registered, idempotencyKey: 'key-1' },
        options: { onBehalfOf: 'officer:o-1' },
      },
    ]);
  });

  test('a resident cannot', async () => {
    gateway = await openGateway();
    const json = { residentId: 'r-7', package: 'small-shop', answers: {} };
    expect((await gateway.send('/api/desk/applications', { as: 'resident', json, headers: key() })).status).toBe(403);
  });
});

describe('a supervisor', () => {
  const cases = [
    { id: 'A-1/licence', version: 3 },
    { id: 'A-2/licence', version: 1 },
  ];

  test('of one district acts only on its cases in bulk', async () => {
    const bulk = async ({ rows }: casework.v1.BulkRequest) =>
      casework.v1.BulkResponse.fromPartial({ results: rows.map(({ id }) => ({ id, result: 'done', version: 4 })) });
    gateway = await openGateway({ desks: { permits: { bulk } } });
    const json = { act: 'accept', cases, rehearse: false };
    const as = { role: 'supervisor', id: 's-1', department: 'permits', district: '410105' };
    expect(await (await gateway.send('/api/desk/bulk', { as, json })).json()).toMatchObject({
      results: [
        { id: 'A-1/licence', result: 'done' },
        { id: 'A-2/licence', result: 'refused', slug: 'case-not-found' },
      ],
    });
  });

  test('sees where cases wait, of the own department by its own figures and of the others as applications knows', async () => {
    const waiting = [{ waitsFor: 'officer', item: 'food', cases: 2, oldest: new Date('2026-03-02T01:00:00Z') }];
    const board = async () => casework.v1.BoardResponse.fromPartial({ decided: 4, onTime: 3, waiting });
    const oldest = new Date('2026-03-01T01:00:00Z');
    const listWaiting = async () => ({
      waiting: ['permits', 'elderly-care'].map((department) => ({
        ...{ department, item: 'grant', waitsFor: 'resident', steps: 3, oldest },
      })),
    });
    gateway = await openGateway({ desks: { permits: { board } }, applications: { listWaiting } });
    const found = (await (await gateway.send('/api/desk/board?days=7', { as: 'supervisor' })).json()) as {
      waiting: { department: string }[];
    };
    expect(found).toMatchObject({ decided: 4, onTime: 3 });
    expect(found.waiting).toEqual([
      { department: 'permits', waitsFor: 'officer', item: 'food', cases: 2, oldest: '2026-03-02T01:00:00.000Z' },
      { department: 'elderly-care', waitsFor: 'resident', item: 'grant', cases: 3, oldest: oldest.toISOString() },
    ]);
  });

  test('sees the own figures while applications does not answer', async () => {
    const board = async () => casework.v1.BoardResponse.fromPartial({ decided: 4, onTime: 3 });
    const listWaiting = async () => Promise.reject(new CallFailed('applications', 'UNAVAILABLE', 'down', true));
    gateway = await openGateway({ desks: { permits: { board } }, applications: { listWaiting } });
    const found = await gateway.send('/api/desk/board', { as: 'supervisor' });
    expect(await found.json()).toMatchObject({ decided: 4, waiting: [] });
  });

  test('gets an error when the own department is down', async () => {
    const down = async () => Promise.reject(new CallFailed('permits', 'UNAVAILABLE', 'down', true));
    gateway = await openGateway({ desks: { permits: { board: down } } });
    expect((await gateway.send('/api/desk/board', { as: 'supervisor' })).status).toBe(503);
  });
});

test('the officer’s own profile', async () => {
  gateway = await openGateway({ desks: { permits: { getCase: async () => caseOf(1) } } });
  expect(await (await gateway.send('/api/desk/me', { as: 'supervisor' })).json()).toEqual({
    id: 's-1',
    department: 'permits',
    isSupervisor: true,
    roles: ['supervisor'],
    scopes: ['counter'],
  });
});
