import { CallFailed } from '@lianban/grpc';
import { refuse } from '@lianban/model';
import { applications, casework } from '@lianban/protos';
import { type TestGateway, openGateway, problemIn } from '../test/test-gateway';
import { caseOf } from '../test/fake-ports';

const { Outcome } = casework.v1;

let gateway: TestGateway;
afterEach(() => gateway.close());

const cases = '/api/desk/cases';
const licence = `${cases}/A-1/licence`;
const officerOf = (department: string, district?: string) => ({ role: 'officer', id: 'o-1', department, district });

test('the queue shows the own department’s cases, without answers', async () => {
  gateway = await openGateway();
  const found = await (await gateway.send(`${cases}?status=accepted&limit=3`, { as: 'officer' })).json();
  expect(found).toMatchObject({ cases: [{ id: 'A-1/licence', version: 3, department: 'permits' }] });
  expect((found as { cases: object[] }).cases[0]).not.toHaveProperty('answers');
  expect(gateway.calls).toMatchObject([
    {
      name: 'permits.listWork',
      request: { status: 'accepted', limit: 3, cursor: '', holder: '', reach: '' },
      options: { onBehalfOf: 'officer:o-1' },
    },
  ]);
});

test.each([
  ['whose=mine', { holder: 'o-1', unassigned: false }],
  ['whose=unassigned', { holder: '', unassigned: true }],
  [
    'item=sign&step=licence&district=410105&level=red',
    { item: 'sign', step: 'licence', district: '410105', level: 'red' },
  ],
  ['number=LB2026&counts=true', { text: 'LB2026', counts: true }],
])('the queue is narrowed by %s', async (query, request) => {
  gateway = await openGateway();
  await gateway.send(`${cases}?${query}`, { as: { ...officerOf('permits', '410105') } });
  expect(gateway.calls).toMatchObject([{ name: 'permits.listWork', request: { ...request, reach: '410105' } }]);
});

test('a supervisor is an officer too, and acts as a supervisor', async () => {
  gateway = await openGateway();
  await gateway.send(`${licence}/release`, { as: 'supervisor', method: 'POST' });
  await gateway.send(`${licence}/assignment`, { as: 'supervisor', json: { to: 'o-2' } });
  expect(gateway.calls.filter(({ name }) => /release|reassign/.test(name))).toMatchObject([
    { name: 'permits.release', options: { onBehalfOf: 'supervisor:s-1' } },
    { name: 'permits.reassign', request: { id: 'A-1/licence', to: 'o-2' }, options: { onBehalfOf: 'supervisor:s-1' } },
  ]);
});

test('a case of another department is 404: the desk is the token’s, whatever the request names', async () => {
  gateway = await openGateway();
  expect((await gateway.send(licence, { as: 'officer' })).status).toBe(200);
  const response = await gateway.send(licence, { as: officerOf('employment') });
  expect([response.status, (await problemIn(response)).slug]).toEqual([404, 'case-not-found']);
  expect(gateway.calls.map((call) => call.name)).toEqual([
    'permits.getCase',
    'residents.getRelation',
    'residents.recordRead',
    'employment.getCase',
  ]);
});

test.each(['tax', 'constructor', 'has-own-property'])('a department without a desk is 403: %s', async (department) => {
  gateway = await openGateway();
  const response = await gateway.send(licence, { as: officerOf(department) });
  expect([response.status, (await problemIn(response)).slug]).toEqual([403, 'no-desk']);
});

describe('an officer of one district', () => {
  const elsewhere = officerOf('permits', '410102');
  const here = officerOf('permits', '410105');

  test('does not see cases of another district, nor that they exist', async () => {
    gateway = await openGateway();
    expect(await (await gateway.send(cases, { as: elsewhere })).json()).toEqual({ cases: [] });
    expect(await (await gateway.send(cases, { as: here })).json()).toMatchObject({ cases: [{ id: 'A-1/licence' }] });
    const [hidden, absent] = [
      await gateway.send(licence, { as: elsewhere }),
      await gateway.send(`${cases}/A-9/x`, { as: here }),
    ];
    expect([hidden.status, absent.status]).toEqual([404, 404]);
    expect((await problemIn(hidden)).slug).toBe((await problemIn(absent)).slug);
  });

  test('does not act on them either', async () => {
    gateway = await openGateway();
    const act = (as: typeof here) => gateway.send(`${licence}/pause`, { as, json: { reason: 'inspection' } });
    expect((await act(elsewhere)).status).toBe(404);
    expect(gateway.calls.map((call) => call.name)).toEqual(['permits.getCase']);
    expect((await act(here)).status).toBe(200);
  });
});

describe('acts', () => {
  test.each<[string, object, string, object]>([
    ['claim', {}, 'claim', {}],
    ['acceptance', {}, 'accept', {}],
    [
      'supplement-request',
      { missing: [{ code: 'plan', note: 'page 2' }] },
      'requestSupplement',
      { missing: [{ code: 'plan', note: 'page 2' }] },
    ],
    ['pause', { reason: 'inspection' }, 'pause', { reason: 'inspection' }],
    ['resumption', {}, 'resume', {}],
    ['extension', { days: 10, reason: 'complex' }, 'extend', { days: 10, reason: 'complex' }],
    [
      'decision',
      { outcome: 'granted', reason: 'ok', findings: { a: 1 } },
      'decide',
      { outcome: Outcome.GRANTED, reason: 'ok', findings: { a: 1 } },
    ],
    [
      'decision',
      { outcome: 'refused', reason: 'no' },
      'decide',
      { outcome: Outcome.REFUSED, reason: 'no', findings: {} },
    ],
  ])('%s %j', async (word, json, method, request) => {
    gateway = await openGateway();
    const response = await gateway.send(`${licence}/${word}`, { as: 'officer', json, headers: { 'If-Match': '"3"' } });
    expect([response.status, response.headers.get('etag')]).toEqual([200, '"4"']);
    expect(gateway.calls.at(-1)).toMatchObject({
      name: `permits.${method}`,
      request: { id: 'A-1/licence', version: 3, ...request },
    });
  });

  describe('with a reason', () => {
    const reasons = [
      { code: 'too-small', label: {}, uses: ['refuse'] },
      { code: 'hearing', label: {}, uses: ['pause'] },
    ];
    const steps = [{ id: 'licence', item: { code: 'food-licence', department: 'permits', reasons } }];
    const packages = [applications.v1.Package.fromPartial({ code: 'small-shop', steps })];
    const send = (word: string, json: object) => gateway.send(`${licence}/${word}`, { as: 'officer', json });
    const didAct = () => gateway.calls.some(({ name }) => name === 'permits.decide' || name === 'permits.pause');

    test.each([
      ['decision', { outcome: 'refused', reason: 'hearing' }, '"hearing" is no reason of permits to refuse'],
      ['decision', { outcome: 'refused', reason: 'whatever' }, 'Give one of: too-small.'],
      ['pause', { reason: 'too-small' }, 'Give one of: hearing.'],
    ])('%s %j: what the catalogue does not give for it is refused, and named', async (word, json, said) => {
      gateway = await openGateway({ applications: { listPackages: async () => ({ packages }) } });
      const response = await send(word, json);
      const problem = await problemIn(response);
      expect([response.status, problem.slug, problem.errors]).toEqual([
        422,
        'reason-unknown',
        [{ pointer: '/reason', detail: expect.stringContaining(said) }],
      ]);
      expect(didAct()).toBe(false);
    });

    test('a code of the catalogue is accepted; for a use without codes the department may write its own', async () => {
      gateway = await openGateway({ applications: { listPackages: async () => ({ packages }) } });
      expect((await send('decision', { outcome: 'refused', reason: 'too-small' })).status).toBe(200);
      expect((await send('extension', { days: 5, reason: 'ill' })).status).toBe(200);
    });

    test('without the catalogue officers can work on', async () => {
      const listPackages = () => Promise.reject(new CallFailed('applications', 'UNAVAILABLE', 'down', true));
      gateway = await openGateway({ applications: { listPackages } });
      expect((await send('pause', { reason: 'hearing' })).status).toBe(200);
    });
  });

  describe('an extension', () => {
    const at = { id: 'A-1/licence', version: 3 };
    const headers = { 'If-Match': '"3"' };

    test.each([
      ['approval', 'approveExtension'],
      ['refusal', 'refuseExtension'],
    ])('%s is a supervisor’s, who saw the case', async (word, method) => {
      gateway = await openGateway();
      const send = (as: 'officer' | 'supervisor') =>
        gateway.send(`${licence}/extension/${word}`, { as, method: 'POST', headers });
      expect((await send('officer')).status).toBe(403);
      expect((await send('supervisor')).status).toBe(200);
      expect(gateway.calls.at(-1)).toMatchObject({
        name: `permits.${method}`,
        request: at,
        options: { onBehalfOf: 'supervisor:s-1' },
      });
    });

    test('that waits for approval is shown on the case, and can be listed', async () => {
      const extension = { status: 'asked', days: 5, reason: 'complex-case', askedBy: 'o-1' };
      const found = caseOf(3, { extension });
      const listWork = async () => casework.v1.ListWorkResponse.fromPartial({ cases: [found] });
      gateway = await openGateway({ desks: { permits: { getCase: async () => found, listWork } } });
      expect(await (await gateway.send(licence, { as: 'supervisor' })).json()).toMatchObject({ extension });
      const list = await (await gateway.send(`${cases}?extension=asked`, { as: 'supervisor' })).json();
      expect(list).toMatchObject({ cases: [{ extension }] });
      expect(gateway.calls.at(-1)).toMatchObject({ request: { extensionAsked: true } });
    });

    test('is not approved by the officer who asked for it', async () => {
      const approveExtension = async () => refuse('second-person-needed', 'Another supervisor approves it.');
      gateway = await openGateway({ desks: { permits: { approveExtension } } });
      const response = await gateway.send(`${licence}/extension/approval`, { as: 'supervisor', method: 'POST' });
      expect([response.status, (await problemIn(response)).slug]).toEqual([403, 'second-person-needed']);
    });
  });

  test('an officer with a conflict of interest is refused, and is not assigned the case', async () => {
    const conflict = { refused: 'conflict-of-interest', detail: 'Another officer works on it.' };
    const reassign = async () => ({ ...conflict, pointer: '/to' });
    gateway = await openGateway({ desks: { permits: { decide: async () => conflict, reassign } } });
    const decided = await gateway.send(`${licence}/decision`, {
      as: 'officer',
      json: { outcome: 'granted', reason: 'x' },
    });
    expect([decided.status, (await problemIn(decided)).slug]).toEqual([403, 'conflict-of-interest']);
    const given = await gateway.send(`${licence}/assignment`, { as: 'supervisor', json: { to: 'o-2' } });
    expect([given.status, (await problemIn(given)).errors?.[0]?.pointer]).toEqual([422, '/to']);
  });

  test('an act without a body accepts an empty request', async () => {
    gateway = await openGateway();
    expect((await gateway.send(`${licence}/acceptance`, { as: 'officer', method: 'POST' })).status).toBe(200);
  });
});

describe('two officers act on one case', () => {
  const meet = async (ifMatch: string | undefined) => {
    gateway = await openGateway({
      desks: {
        permits: {
          accept: async ({ version }) =>
            version === 0 || version === 4 ? caseOf(5) : refuse('version-conflict', 'Somebody changed this case.'),
        },
      },
    });
    const headers = ifMatch === undefined ? {} : { 'If-Match': ifMatch };
    return gateway.send(`${licence}/acceptance`, { as: 'officer', method: 'POST', headers });
  };

  test.each([
    ['the version as it is', '"4"', 200],
    ['whatever it is', '*', 200],
    ['no condition', undefined, 200],
    ['a version that is past', '"3"', 412],
    ['a weak tag: the comparison is strong', 'W/"4"', 412],
    ['a tag that is not ours', '"abc"', 412],
    ['version 0, which to the desk would mean whatever it is', '"0"', 412],
    ['what is no tag', '4', 400],
    ['two tags', '"3", "4"', 400],
  ])('%s', async (_case, ifMatch, status) => {
    const response = await meet(ifMatch);
    expect(response.status).toBe(status);
    if (status === 412) expect((await problemIn(response)).slug).toBe('version-conflict');
    if (status === 400) expect((await problemIn(response)).errors?.[0]?.header).toBe('If-Match');
  });

  test('the ETag an officer got is accepted as If-Match', async () => {
    gateway = await openGateway();
    const etag = (await gateway.send(licence, { as: 'officer' })).headers.get('etag') ?? '';
    await gateway.send(`${licence}/acceptance`, { as: 'officer', method: 'POST', headers: { 'If-Match': etag } });
    expect(gateway.calls.at(-1)?.request).toEqual({ id: 'A-1/licence', version: 3 });
  });
});
