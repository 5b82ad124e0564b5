import { CallFailed } from '@lianban/grpc';
import { refuse } from '@lianban/model';
import { applications, casework } from '@lianban/protos';
import { type Door, key, openDoor, problemIn } from '../test/door';
import { caseOf } from '../test/fake-ports';

let door: Door;
afterEach(() => door.close());

const licence = '/api/desk/cases/A-1/licence';
const elsewhere = { role: 'officer', id: 'o-9', department: 'permits', district: '410102' };

describe('what concerns the person is recorded for them to see, with case, purpose and department', () => {
  const purpose = (of: string) => ({ caseId: 'A-1/licence', purpose: of, department: 'permits' });

  test('the person', async () => {
    door = await openDoor();
    expect((await door.send(`${licence}/resident`, { as: 'officer' })).status).toBe(200);
    expect(door.calls.at(-1)).toMatchObject({
      name: 'residents.get',
      request: { residentId: 'r-1', purpose: purpose('case-handling') },
      options: { onBehalfOf: 'officer:o-1' },
    });
  });

  test('the whole ID number, for a purpose that is said', async () => {
    door = await openDoor();
    const json = { purpose: 'check-identity' };
    const response = await door.send(`${licence}/resident/disclosure`, { as: 'officer', json });
    expect(await response.json()).toEqual({ idNumber: '11010519491231002X' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(door.calls.at(-1)).toMatchObject({
      name: 'residents.disclose',
      request: { purpose: purpose('check-identity') },
    });
    expect((await door.send(`${licence}/resident/disclosure`, { as: 'officer', json: {} })).status).toBe(422);
  });

  test('the whole application, before it is shown', async () => {
    door = await openDoor();
    expect((await door.send(`${licence}/application`, { as: 'officer' })).status).toBe(200);
    expect(door.calls.slice(1)).toMatchObject([
      { name: 'residents.recordRead', request: { purpose: purpose('whole-application'), fields: ['application'] } },
      { name: 'applications.get', request: { applicationNumber: 'A-1', residentId: '' } },
    ]);
    await door.close();
    door = await openDoor({ residents: { recordRead: async () => refuse('read-without-reason', 'Say why.') } });
    await door.send(`${licence}/application`, { as: 'officer' });
    expect(door.calls.map(({ name }) => name)).not.toContain('applications.get');
  });
});

test.each(['resident', 'application', 'notes'])('of a case out of reach nothing is shown: %s', async (what) => {
  door = await openDoor();
  const response = await door.send(`${licence}/${what}`, { as: elsewhere });
  expect([response.status, (await problemIn(response)).slug]).toEqual([404, 'case-not-found']);
  expect(door.calls.map(({ name }) => name)).toEqual(['permits.getCase']);
});

test('a note has an audience and a key, and names its case', async () => {
  door = await openDoor();
  const json = { audience: 'resident', text: ' We come on Friday. ' };
  expect((await door.send(`${licence}/notes`, { as: 'officer', json })).status).toBe(400);
  expect((await door.send(`${licence}/notes`, { as: 'officer', json, headers: key() })).status).toBe(200);
  expect(door.calls.at(-1)?.request).toEqual({
    caseId: 'A-1/licence',
    audience: 'resident',
    text: 'We come on Friday.',
    key: 'key-1',
  });
});

describe('at the counter', () => {
  test('a resident is found by ID number, for the purpose of the intake', async () => {
    door = await openDoor();
    await door.send('/api/desk/residents/search', { as: 'officer', json: { idNumber: '11010519491231002X' } });
    expect(door.calls).toMatchObject([
      { name: 'residents.find', request: { purpose: { caseId: 'counter', purpose: 'counter-intake' } } },
    ]);
  });

  test('the officer submits for the resident, in the officer’s own name, once', async () => {
    const created = applications.v1.SubmitResponse.fromPartial({ applicationNumber: 'A-1', created: false });
    door = await openDoor({ applications: { submit: async () => created } });
    const json = { residentId: 'r-7', package: 'small-shop', answers: { area: 20 } };
    const response = await door.send('/api/desk/applications', { as: 'officer', json, headers: key() });
    expect([response.status, response.headers.get('idempotency-replayed')]).toEqual([202, 'true']);
    const registered = { district: '410105', birthDate: '1982-05-15' };
    expect(door.calls).toMatchObject([
      { name: 'residents.getStanding', request: { residentId: 'r-7' } },
      {
        name: 'applications.submit',
        request: { residentId: 'r-7', registered, idempotencyKey: 'key-1' },
        options: { onBehalfOf: 'officer:o-1' },
      },
    ]);
  });

  test('a resident cannot', async () => {
    door = await openDoor();
    const json = { residentId: 'r-7', package: 'small-shop', answers: {} };
    expect((await door.send('/api/desk/applications', { as: 'resident', json, headers: key() })).status).toBe(403);
  });
});

describe('a supervisor', () => {
  const cases = [
    { id: 'A-1/licence', version: 3 },
    { id: 'A-2/licence', version: 1 },
  ];

  test('of one district acts on many cases of it alone', async () => {
    const bulk = async ({ rows }: casework.v1.BulkRequest) =>
      casework.v1.BulkResponse.fromPartial({ results: rows.map(({ id }) => ({ id, result: 'done', version: 4 })) });
    door = await openDoor({ desks: { permits: { bulk } } });
    const json = { act: 'accept', cases, rehearse: false };
    const as = { role: 'supervisor', id: 's-1', department: 'permits', district: '410105' };
    expect(await (await door.send('/api/desk/bulk', { as, json })).json()).toMatchObject({
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
    door = await openDoor({ desks: { permits: { board } }, applications: { listWaiting } });
    const found = (await (await door.send('/api/desk/board?days=7', { as: 'supervisor' })).json()) as {
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
    door = await openDoor({ desks: { permits: { board } }, applications: { listWaiting } });
    const found = await door.send('/api/desk/board', { as: 'supervisor' });
    expect(await found.json()).toMatchObject({ decided: 4, waiting: [] });
  });

  test('is told when the own department is down', async () => {
    const down = async () => Promise.reject(new CallFailed('permits', 'UNAVAILABLE', 'down', true));
    door = await openDoor({ desks: { permits: { board: down } } });
    expect((await door.send('/api/desk/board', { as: 'supervisor' })).status).toBe(503);
  });
});

test('who I am', async () => {
  door = await openDoor({ desks: { permits: { getCase: async () => caseOf(1) } } });
  expect(await (await door.send('/api/desk/me', { as: 'supervisor' })).json()).toEqual({
    id: 's-1',
    department: 'permits',
    isSupervisor: true,
    scopes: ['counter'],
  });
});
