import { addressOf, openGateway, problemIn, type TestGateway } from '../test/test-gateway';
import { claimsOf, strangerKey, tokenFor } from '../test/tokens';
import type { AnyRoute } from './http/route';
import { routes } from './routes';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openGateway();
});
afterAll(() => gateway.close());
beforeEach(() => gateway.calls.splice(0));

const ask = (route: AnyRoute, token?: string) =>
  gateway.send(addressOf(route.path), { method: route.method.toUpperCase(), ...(token ? { token } : {}) });

const closed = routes.filter(({ who }) => who !== 'anyone');
const roles = Object.keys(claimsOf) as (keyof typeof claimsOf)[];

// With the role of the route, so that only the token's fault can be the reason for the refusal.
const claims = ({ who }: AnyRoute) => claimsOf[who === 'signed-in' ? 'resident' : (who as keyof typeof claimsOf)];
const faults: readonly [string, string, (route: AnyRoute) => Promise<string | undefined>][] = [
  ['no token', 'token-missing', async () => undefined],
  ['an expired token', 'token-expired', (route) => tokenFor({ ...claims(route), expiresIn: -60 })],
  ['a forged token', 'token-forged', (route) => tokenFor(claims(route), strangerKey)],
  [
    'a token for another audience',
    'token-other-audience',
    (route) => tokenFor({ ...claims(route), audience: 'payroll' }),
  ],
  ['a token of another issuer', 'token-other-issuer', (route) => tokenFor({ ...claims(route), issuer: 'elsewhere' })],
  ['a token that is none', 'token-malformed', async () => 'not.a.token'],
];

test('the table covers residents, officers, supervisors and operators', () => {
  for (const { who } of closed) expect([...roles, 'signed-in']).toContain(who);
  expect(closed.length).toBeGreaterThanOrEqual(16);
});

describe.each(closed.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route] as const))(
  '%s',
  (_name, route) => {
    test.each(faults)('%s is 401 %s', async (_case, slug, make) => {
      const response = await ask(route, await make(route));
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm="lianban"/);
      expect((await problemIn(response)).slug).toBe(slug);
      expect(gateway.calls).toEqual([]);
    });

    const isIn = (role: string) =>
      ['signed-in', role].includes(route.who) || (route.who === 'officer' && role === 'supervisor');
    for (const role of roles.filter((each) => !isIn(each)))
      test(`the role ${role} is 403`, async () => {
        const response = await ask(route, await tokenFor(claimsOf[role]));
        expect(response.status).toBe(403);
        expect((await problemIn(response)).slug).toBe('wrong-role');
        expect(gateway.calls).toEqual([]);
      });

    const allowed = route.who === 'signed-in' ? roles.map((role) => claimsOf[role]) : [claims(route)];
    test.each(allowed)('the role $role is allowed', async (own) => {
      const response = await ask(route, await tokenFor(own));
      expect([401, 403]).not.toContain(response.status);
      await response.body?.cancel();
    });
  },
);

test.each(routes.filter(({ who }) => who === 'anyone').map((route) => [route.path, route] as const))(
  '%s is open to anyone',
  async (_path, route) => {
    expect([401, 403, 404]).not.toContain((await ask(route)).status);
  },
);
