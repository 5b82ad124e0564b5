import { once } from 'node:events';
import { type IncomingMessage, get } from 'node:http';
import { CallFailed } from '@lianban/grpc';
import { refuse } from '@lianban/model';
import { applications, casework } from '@lianban/protos';
import { type TestGateway, key, openGateway, problemIn, submission } from '../test/test-gateway';
import { application } from '../test/fake-ports';
import { claimsOf, tokenFor } from '../test/tokens';

let gateway: TestGateway;
afterEach(() => gateway.close());

const options = { onBehalfOf: 'resident:r-1', person: { role: 'resident', id: 'r-1' }, traceparent: undefined };

describe('submitting', () => {
  test('202 with the number and its URL; the resident is the token’s, whatever the body names', async () => {
    gateway = await openGateway();
    const response = await gateway.send('/api/applications', { as: 'resident', headers: key('k-1'), json: submission });
    expect([response.status, response.headers.get('location')]).toEqual([202, '/api/applications/A-1']);
    expect(await response.json()).toEqual({ applicationNumber: 'A-1' });
    const registered = { district: '410105', birthDate: '1982-05-15' };
    const request = {
      ...submission,
      consents: [],
      residentId: 'r-1',
      agent: undefined,
      registered,
      idempotencyKey: 'k-1',
    };
    expect(gateway.calls).toEqual([
      { name: 'residents.getStanding', request: { residentId: 'r-1' }, options },
      { name: 'applications.submit', request, options },
    ]);
  });

  test('an applicant missing in the register is told so, and nothing is submitted', async () => {
    const nobody = { getStanding: async () => refuse('resident-not-found', 'Nobody.', '/residentId') };
    gateway = await openGateway({ residents: nobody });
    const own = await gateway.send('/api/applications', { as: 'resident', headers: key(), json: submission });
    const intake = { ...submission, residentId: 'does-not-exist' };
    const others = await gateway.send('/api/desk/applications', { as: 'officer', headers: key(), json: intake });
    for (const response of [own, others])
      expect(await problemIn(response)).toMatchObject({ status: 404, slug: 'resident-not-found' });
    expect(gateway.calls.map(({ name }) => name)).not.toContain('applications.submit');
  });

  test('with residents of the previous release, which lacks the call, submissions go on', async () => {
    const former = async () => Promise.reject(new CallFailed('residents', 'UNIMPLEMENTED', 'no such method', false));
    gateway = await openGateway({ residents: { getStanding: former } });
    const response = await gateway.send('/api/applications', { as: 'resident', headers: key(), json: submission });
    expect(response.status).toBe(202);
  });

  test('district and materials are optional', async () => {
    gateway = await openGateway();
    await gateway.send('/api/applications', { as: 'resident', headers: key(), json: { package: 'p', answers: {} } });
    expect(gateway.calls.at(-1)?.request).toMatchObject({ district: '', materials: [], answers: {} });
  });

  test('consents are passed on with their version; without a version they are refused', async () => {
    gateway = await openGateway();
    const consent = { from: 'residents', to: 'social-assistance', purpose: 'minimum-living-allowance', version: '1' };
    const send = (consents: object[]) =>
      gateway.send('/api/applications', { as: 'resident', headers: key(), json: { ...submission, consents } });
    expect((await send([consent])).status).toBe(202);
    expect(gateway.calls.at(-1)?.request).toMatchObject({ consents: [consent] });
    const wrong = await send([{ ...consent, version: undefined }]);
    expect(wrong.status).toBe(422);
    expect(await wrong.json()).toMatchObject({ errors: [{ pointer: '/consents/0/version' }] });
  });

  test('a submission is found by its Idempotency-Key, by the resident who made it', async () => {
    gateway = await openGateway();
    const found = await gateway.send('/api/me/submissions/k-1', { as: 'resident' });
    expect([found.status, await found.json()]).toEqual([200, { applicationNumber: 'A-1' }]);
    const request = { residentId: 'r-1', agent: undefined, idempotencyKey: 'k-1' };
    expect(gateway.calls).toEqual([{ name: 'applications.findSubmission', request, options }]);
    await gateway.close();
    const none = refuse('submission-not-found', 'Nothing was submitted with this Idempotency-Key.');
    gateway = await openGateway({ applications: { findSubmission: async () => none } });
    expect((await gateway.send('/api/me/submissions/k-2', { as: 'resident' })).status).toBe(404);
  });

  test('the same key with the same body returns the same number; with another body it is 409', async () => {
    const seen = new Map<string, string>();
    gateway = await openGateway({
      applications: {
        submit: async ({ idempotencyKey, answers }) => {
          const before = seen.get(idempotencyKey);
          if (before !== undefined && before !== JSON.stringify(answers))
            return refuse('idempotency-key-reused', 'This key belongs to another submission.');
          seen.set(idempotencyKey, JSON.stringify(answers));
          return { applicationNumber: 'A-7', created: before === undefined };
        },
      },
    });
    const submit = (answers: object) =>
      gateway.send('/api/applications', { as: 'resident', headers: key(), json: { ...submission, answers } });
    const [first, again, other] = [await submit({ a: 1 }), await submit({ a: 1 }), await submit({ a: 2 })];
    expect([first.status, again.status, other.status]).toEqual([202, 202, 409]);
    expect(await again.json()).toEqual(await first.json());
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  test('the caller’s traceparent is passed on, a malformed one is not', async () => {
    gateway = await openGateway();
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    for (const given of [traceparent, 'x'.repeat(55)])
      await gateway.send('/api/applications', { as: 'resident', headers: { traceparent: given } });
    expect(gateway.calls.map((call) => call.options)).toEqual([{ ...options, traceparent }, options]);
  });
});

describe('reading', () => {
  test('one application with its timeline, its graph and an ETag of its version', async () => {
    gateway = await openGateway({ applications: { get: async () => application(7) } });
    const response = await gateway.send('/api/applications/A-1', { as: 'resident' });
    expect(response.headers.get('etag')).toBe('"7"');
    expect(await response.json()).toMatchObject({
      applicationNumber: 'A-1',
      submittedAt: '2026-03-02T01:00:00.000Z',
      version: 7,
      timeline: [{ at: '2026-03-02T01:00:00.000Z', what: 'submitted' }],
      graph: {
        nodes: [
          { step: 'course', department: 'employment', status: 'granted' },
          { step: 'licence', department: 'permits', status: 'requested' },
        ],
        edges: [{ from: 'course', to: 'licence' }],
      },
    });
    const request = { applicationNumber: 'A-1', residentId: 'r-1', agent: undefined };
    expect(gateway.calls).toEqual([{ name: 'applications.get', request, options }]);
  });

  test('304 when the ETag matches', async () => {
    gateway = await openGateway({ applications: { get: async () => application(7) } });
    // Not fetch: given a condition, it also sends no-cache.
    const headers = { 'If-None-Match': '"7"', Authorization: `Bearer ${await tokenFor(claimsOf.resident)}` };
    const answered = once(get(`${gateway.url}/api/applications/A-1`, { headers, agent: false }), 'response');
    const [response] = (await answered) as [IncomingMessage];
    expect(response.statusCode).toBe(304);
    response.resume();
  });

  test('my applications, with pagination', async () => {
    gateway = await openGateway();
    const response = await gateway.send('/api/applications?limit=5&cursor=abc', { as: 'resident' });
    const found = (await response.json()) as { applications: object[]; nextCursor: string };
    expect(found).toMatchObject({ applications: [{ applicationNumber: 'A-1' }], nextCursor: 'more' });
    expect(found.applications[0]).not.toHaveProperty('timeline');
    expect(gateway.calls[0]?.request).toEqual({ residentId: 'r-1', agent: undefined, limit: 5, cursor: 'abc' });
  });

  test('who read my data', async () => {
    gateway = await openGateway();
    const response = await gateway.send('/api/me/reads', { as: 'resident' });
    expect(await response.json()).toMatchObject({ reads: [{ reader: 'social-assistance', purpose: 'means-test' }] });
    await gateway.send('/api/me/reads?limit=5&cursor=abc&own=false', { as: 'resident' });
    expect(gateway.calls.map(({ request }) => request)).toEqual([
      { residentId: 'r-1', limit: 20, cursor: '', withoutOwn: false, agentId: '' },
      { residentId: 'r-1', limit: 5, cursor: 'abc', withoutOwn: true, agentId: '' },
    ]);
  });

  test('the catalogue, and one package of it', async () => {
    gateway = await openGateway();
    expect(await (await gateway.send('/api/packages')).json()).toMatchObject({ packages: [{ code: 'small-shop' }] });
    expect(await (await gateway.send('/api/packages/small-shop')).json()).toMatchObject({ name: { zh: '开小店' } });
    expect((await gateway.send('/api/packages/hidden-bench')).status).toBe(404);
  });

  test('the catalogue comes compressed to whoever takes that, and answers about a person never do', async () => {
    const description = { zh: '说'.repeat(2000), en: '' };
    const listPackages = async () => ({ packages: [applications.v1.Package.fromPartial({ code: 'p', description })] });
    gateway = await openGateway({ applications: { listPackages } });
    const compressed = await gateway.send('/api/packages', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(compressed.headers.get('content-encoding')).toBe('gzip');
    expect(compressed.headers.get('vary')).toContain('Accept-Encoding');
    const plain = await gateway.send('/api/packages', { headers: { 'Accept-Encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await compressed.json()).toEqual(await plain.json());
    const own = await gateway.send('/api/applications', { as: 'resident', headers: { 'Accept-Encoding': 'gzip' } });
    expect(own.headers.get('content-encoding')).toBeNull();
  });

  test('a field of a type added by a newer catalogue is shown as text', async () => {
    const form = [
      { name: 'a', type: 'choice' },
      { name: 'b', type: 'signature' },
    ];
    const listPackages = async () => ({ packages: [applications.v1.Package.fromPartial({ code: 'p', form })] });
    gateway = await openGateway({ applications: { listPackages } });
    const { form: told } = (await (await gateway.send('/api/packages/p')).json()) as { form: { type: string }[] };
    expect(told.map(({ type }) => type)).toEqual(['choice', 'string']);
  });
});

describe('acting', () => {
  const about = { applicationNumber: 'A-1', residentId: 'r-1', agent: undefined };
  test.each([
    [
      'steps/licence/supplement',
      { answers: { area: 20 } },
      'supplement',
      {
        ...{ ...about, step: 'licence', answers: { area: 20 }, materials: [], consents: [], idempotencyKey: '' },
        registered: { district: '410105', birthDate: '1982-05-15' },
      },
    ],
    [
      'steps/licence/objection',
      { reason: 'wrong' },
      'object',
      { ...about, step: 'licence', reason: 'wrong', idempotencyKey: '' },
    ],
    ['withdrawal', { reason: 'moved' }, 'withdraw', { ...about, reason: 'moved' }],
  ])('%s', async (path, json, method, request) => {
    gateway = await openGateway();
    const response = await gateway.send(`/api/applications/A-1/${path}`, { as: 'resident', json });
    expect([response.status, response.headers.get('etag')]).toEqual([200, '"2"']);
    const name = `applications.${method}`;
    expect(gateway.calls.filter((made) => made.name === name)).toEqual([{ name, request, options }]);
  });

  test.each([
    ['an objection', 'objection', { reason: 'wrong' }, 'object'],
    ['a supplement', 'supplement', { answers: { area: 20 } }, 'supplement'],
  ])('a key of %s goes on, and has to be one', async (_, act, json, method) => {
    gateway = await openGateway();
    const send = async (value: string) =>
      gateway!.send(`/api/applications/A-1/steps/licence/${act}`, {
        as: 'resident',
        headers: { 'Idempotency-Key': value },
        json,
      });
    expect((await send('page-1')).status).toBe(200);
    expect(gateway.calls.at(-1)).toMatchObject({
      name: `applications.${method}`,
      request: { idempotencyKey: 'page-1' },
    });
    const wrong = await send('two words');
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toMatchObject({ errors: [{ header: 'Idempotency-Key' }] });
  });

  test('an operator decides in place of a department', async () => {
    gateway = await openGateway();
    const json = { outcome: 'granted', reason: 'the department is closed', facts: { level: 2 } };
    await gateway.send('/api/operator/applications/A-1/steps/licence/take-over', { as: 'operator', json });
    const request = {
      applicationNumber: 'A-1',
      step: 'licence',
      outcome: casework.v1.Outcome.GRANTED,
      reason: json.reason,
      facts: json.facts,
      operator: 'op-1',
    };
    expect(gateway.calls.slice(-1)).toMatchObject([
      { name: 'applications.takeOver', request, options: { onBehalfOf: 'operator:op-1' } },
    ]);
  });
});
