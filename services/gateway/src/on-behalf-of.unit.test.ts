import { refuse } from '@lianban/model';
import { residents } from '@lianban/protos';
import {
  type TestGateway,
  type RequestInput,
  addressOf,
  key,
  openGateway,
  problemIn,
  submission,
} from '../test/test-gateway';
import { application } from '../test/fake-ports';
import { routes } from './routes';

let gateway: TestGateway;
afterEach(() => gateway.close());

const authority = (...packages: string[]) => residents.v1.Authority.fromPartial({ packages, mandates: ['MD1'] });
const forMother: RequestInput = { as: 'resident', headers: { ...key(), 'On-Behalf-Of': 'r-mother' } };
const asked = () => gateway.calls.filter(({ name }) => name !== 'mandates.check');

test('with a mandate the application belongs to the principal, and the agent is recorded', async () => {
  gateway = await openGateway({ mandates: { check: async () => authority('small-shop') } });
  const response = await gateway.send('/api/applications', { ...forMother, json: submission });
  expect(response.status).toBe(202);
  expect(gateway.calls).toMatchObject([
    { name: 'mandates.check', request: { principalId: 'r-mother', agentId: 'r-1' } },
    { name: 'residents.getStanding', request: { residentId: 'r-mother' } },
    {
      name: 'applications.submit',
      request: { residentId: 'r-mother', agent: { residentId: 'r-1', packages: ['small-shop'] } },
      options: { onBehalfOf: 'resident:r-1' },
    },
  ]);
});

describe.each(['mandate-missing', 'mandate-expired', 'mandate-scope'])('%s', (slug) => {
  test.each(
    routes.filter(({ onBehalfOf }) => onBehalfOf).map((route) => [`${route.method} ${route.path}`, route] as const),
  )('stops %s before anything is asked of anybody', async (_name, route) => {
    gateway = await openGateway({ mandates: { check: async () => refuse(slug, 'No.') } });
    const response = await gateway.send(addressOf(route.path), { ...forMother, method: route.method.toUpperCase() });
    expect([response.status, (await problemIn(response)).slug]).toEqual([403, slug]);
    expect(asked()).toEqual([]);
  });
});

test('a route that does not accept On-Behalf-Of refuses the header instead of ignoring it', async () => {
  gateway = await openGateway({ mandates: { check: async () => authority() } });
  const elsewhere = routes.filter(
    ({ onBehalfOf, who, method }) => who === 'resident' && !onBehalfOf && method === 'get',
  );
  expect(elsewhere.length).toBeGreaterThan(1);
  for (const { path } of elsewhere) {
    const response = await gateway.send(path, forMother);
    expect([path, response.status, (await problemIn(response)).errors?.[0]?.header]).toEqual([
      path,
      400,
      'On-Behalf-Of',
    ]);
  }
  for (const as of ['officer', 'operator'] as const)
    expect((await gateway.send('/api/applications', { ...forMother, as })).status).toBe(403);
  expect(gateway.calls).toEqual([]);
});

test('a mandate for one package opens no draft and no profile of another', async () => {
  gateway = await openGateway({ mandates: { check: async () => authority('elderly-parent-care') } });
  for (const path of ['/api/me/drafts/small-shop', '/api/me/profile?package=small-shop', '/api/me/profile'])
    expect([path, (await problemIn(await gateway.send(path, forMother))).slug]).toEqual([path, 'mandate-scope']);
  expect(await (await gateway.send('/api/me/drafts', forMother)).json()).toEqual({ drafts: [] });
});

test('an agent’s draft belongs to the agent, for that principal: no other draft is touched', async () => {
  gateway = await openGateway({ mandates: { check: async () => authority() } });
  const json = { answers: { savings: 1 } };
  await gateway.send('/api/me/drafts/small-shop', { ...forMother, method: 'PUT', json });
  await gateway.send('/api/me/drafts/small-shop', { as: 'resident', method: 'PUT', json });
  expect(asked().map(({ request }) => (request as { draft: object }).draft)).toEqual([
    { residentId: 'r-1', forId: 'r-mother', package: 'small-shop' },
    { residentId: 'r-1', forId: 'r-1', package: 'small-shop' },
  ]);
});

test('a live stream ends when the mandate does', async () => {
  let revoked = false;
  gateway = await openGateway({
    mandates: { check: async () => (revoked ? refuse('mandate-missing', 'No.') : authority()) },
    applications: {
      watch: async function* () {
        revoked = true;
        yield application(2);
      },
    },
  });
  const stream = await (await gateway.send('/api/applications/A-1/events', forMother)).text();
  expect(stream).toContain('id: 1');
  expect(stream).not.toContain('id: 2');
});

test('a live stream takes the principal from the address, because EventSource sends no headers; other routes do not', async () => {
  gateway = await openGateway({ mandates: { check: async () => authority('small-shop') } });
  const stream = await gateway.send('/api/applications/A-1/events?for=r-mother', { as: 'resident' });
  expect(stream.status).toBe(200);
  await stream.body?.cancel();
  expect(asked()[0]?.request).toMatchObject({ residentId: 'r-mother', agent: { residentId: 'r-1' } });
  expect((await gateway.send('/api/applications/A-1?for=r-mother', { as: 'resident' })).status).toBe(400);
  await gateway.close();
  gateway = await openGateway();
  const without = await gateway.send('/api/applications/A-1/events?for=r-mother', { as: 'resident' });
  expect([without.status, (await problemIn(without)).slug]).toEqual([403, 'mandate-missing']);
});
