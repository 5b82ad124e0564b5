import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { employment } from '@lianban/protos';
import { ConfigError, readSettings } from '@lianban/settings';
import { localJwks, localKey } from './local/keys';
import { issueToken, secondsOf } from './local/issue-token';
import { connectPeers } from './peers';
import { gatewaySettings } from './settings';
import { createVerifier } from './token/verify';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (env: Record<string, string>) => readSettings(gatewaySettings, env);
const errorOf = (env: Record<string, string>): string => {
  try {
    read(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
  }
  return 'no ConfigError';
};

test('a local stack needs no settings', () => {
  const { origin, web, desk, ...others } = read({});
  expect(origin.origin).toBe('http://127.0.0.1:7480');
  expect([web.origin, desk.origin]).toEqual(['http://127.0.0.1:7420', 'http://127.0.0.1:7422']);
  expect(read({ HTTP_PORT: '8480' }).origin.origin).toBe('http://127.0.0.1:8480');
  expect(others).toEqual({
    environment: 'local',
    port: 7480,
    trustedProxies: ['loopback'],
    staff: { text: '[]', isClosed: false },
    rates: { person: 1_200, address: 1_200, signIn: 120, counter: 30 },
    token: { jwks: undefined, issuer: 'lianban-local', audience: 'lianban-gateway' },
  });
});

const { privateKey } = generateKeyPairSync('ed25519');
const personKey = privateKey.export({ format: 'jwk' });
const inProduction = {
  LIANBAN_ENV: 'production',
  PUBLIC_ORIGIN: 'https://service.city.example',
  PERSON_TOKEN_KEY: JSON.stringify(personKey),
};

test.each(['TOKEN_JWKS', 'PUBLIC_ORIGIN', 'PERSON_TOKEN_KEY'])('production does not start without %s', (name) => {
  expect(errorOf({ LIANBAN_ENV: 'production' })).toContain(`${name}: is required in production`);
});

test.each(['service.city.example', 'https://city.example/path', 'ftp://city.example', 'https://a@city.example'])(
  '%s is no origin',
  (PUBLIC_ORIGIN) => {
    expect(errorOf({ PUBLIC_ORIGIN })).toContain('PUBLIC_ORIGIN: ');
  },
);

test('trusted proxies are configured, and in production none is trusted by default', async () => {
  const TOKEN_JWKS = JSON.stringify(await localJwks(folder));
  expect(read({ ...inProduction, TOKEN_JWKS }).trustedProxies).toEqual([]);
  expect(read({ TRUSTED_PROXIES: '10.0.0.0/8, fd00::/8,uniquelocal' }).trustedProxies).toEqual([
    '10.0.0.0/8',
    'fd00::/8',
    'uniquelocal',
  ]);
  for (const TRUSTED_PROXIES of ['everybody', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0', '*'])
    expect(errorOf({ TRUSTED_PROXIES })).toContain('TRUSTED_PROXIES: ');
});

test('keys are given as JSON or as a file', async () => {
  const json = JSON.stringify(await localJwks(folder));
  const file = join(folder, 'jwks.json');
  writeFileSync(file, json);
  for (const TOKEN_JWKS of [json, file])
    expect(read({ ...inProduction, TOKEN_JWKS })).toMatchObject({ personKey, token: { jwks: JSON.parse(json) } });
});

test('invalid keys stop the start by name, and a private key is never quoted', async () => {
  const key = await localKey(folder);
  for (const TOKEN_JWKS of ['{', '{"keys":[]}', '/nowhere.json', JSON.stringify({ keys: [key] })])
    expect(errorOf({ TOKEN_JWKS })).toMatch(/TOKEN_JWKS: is not a JWKS/);
  expect(errorOf({ TOKEN_JWKS: JSON.stringify({ keys: [key] }) })).toContain('private key');
  expect(errorOf({ PERSON_TOKEN_KEY: JSON.stringify({ ...key, d: undefined }) })).toMatch(
    /PERSON_TOKEN_KEY: is no private/,
  );
  for (const pasted of [JSON.stringify({ keys: [key] }), `{${key.d}`])
    expect(errorOf({ TOKEN_JWKS: pasted })).not.toContain(key.d);
});

test('the local key is created once, also by two processes at once, and is readable by its owner only', async () => {
  const keys = await Promise.all([localKey(folder), localKey(folder), localKey(folder)]);
  expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1);
  const file = join(folder, 'token.jwk.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(keys[0]);
  expect(JSON.stringify(await localJwks(folder))).not.toContain(keys[0]?.d);
});

describe('scripts/token', () => {
  test('issues tokens the gateway of the same checkout accepts', async () => {
    const verify = createVerifier({
      jwks: await localJwks(folder),
      issuer: 'lianban-local',
      audience: 'lianban-gateway',
    });
    const issued = async (...args: string[]) => verify((await issueToken(args, folder)) ?? '');
    expect(await issued('resident', 'r-1')).toMatchObject({ role: 'resident', id: 'r-1' });
    expect(await issued('officer', 'o-1', 'permits', '410105')).toMatchObject({
      department: 'permits',
      district: '410105',
    });
    expect(await issued('officer', 'o-1', 'permits', '--scopes', 'counter')).toMatchObject({ scopes: ['counter'] });
    const operator = await issued('operator', 'op-1', '--expires', '5m');
    expect(operator).toMatchObject({ role: 'operator' });
    const left = typeof operator === 'string' ? 0 : operator.expiresAt.getTime() - Date.now();
    expect(left).toBeGreaterThan(290_000);
    expect(left).toBeLessThanOrEqual(300_000);
  });

  test.each([
    [[]],
    [['mayor', 'm-1']],
    [['resident']],
    [['resident', '王小明']],
    [['resident', 'r-1', 'permits']],
    [['officer', 'o-1']],
    [['officer', 'o-1', 'permits', 'downtown']],
    [['resident', 'r-1', '--expires', 'soon']],
    [['officer', 'o-1', 'permits', '--scopes', 'everything']],
    [['resident', 'r-1', '--scopes', 'counter']],
  ])('issues nothing for %j', async (args) => {
    expect(await issueToken(args, folder)).toBeUndefined();
  });

  test('durations', () => {
    expect(['30s', '5m', '12h', '7d', '5', 'm', '1w'].map(secondsOf)).toEqual([
      30,
      300,
      43_200,
      604_800,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('departments', () => {
  const addresses = { applications: 'a:1', residents: 'b:1', permits: 'c:1', payments: 'd:1' };
  const desksOf = (...connecting: Parameters<typeof connectPeers>) => {
    const { desks, close } = connectPeers(...connecting);
    close();
    return Object.keys(desks);
  };

  test('are those the deployment names: another service of the city has no desk', () => {
    const { departments } = readSettings(gatewaySettings, { DEPARTMENTS: 'permits' });
    expect(desksOf(addresses, departments)).toEqual(['permits']);
  });

  test('are all other services where a deployment of the previous release names none', () => {
    const { departments } = readSettings(gatewaySettings, {});
    expect(desksOf(addresses, departments)).toEqual(['permits', 'payments']);
  });

  test('need addresses, as applications and residents do', () => {
    expect(() => connectPeers(addresses, ['permits', 'tax'])).toThrow('DEPARTMENTS: names tax, and SERVICE_ADDRESSES');
    expect(() => connectPeers({ applications: 'a:1' })).toThrow(/SERVICE_ADDRESSES: must name .* residents/);
    expect(() => readSettings(gatewaySettings, { DEPARTMENTS: 'permits;tax' })).toThrow('DEPARTMENTS: is names');
  });

  test('leave the other services to be asked by their names, over one connection for each contract', () => {
    const { clientOf, close } = connectPeers(addresses, ['permits']);
    const { CoursesServiceService } = employment.v1;
    expect(clientOf('payments', CoursesServiceService)).toBe(clientOf('payments', CoursesServiceService));
    expect(() => clientOf('tax', CoursesServiceService)).toThrow('set SERVICE_ADDRESSES to name where tax listens');
    close();
  });
});
