import { type JWK, calculateJwkThumbprint, decodeJwt, exportJWK, generateKeyPair } from 'jose';
import type { Person } from './person';
import { personTokens } from './sign';
import { personVerifier } from './verify';

async function keyPair() {
  const key = await exportJWK((await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })).privateKey);
  const kid = await calculateJwkThumbprint(key);
  const { kty, crv, x } = key as Record<string, string>;
  return { key: { ...key, kid }, keys: { keys: [{ kty, crv, x, kid } as JWK] } };
}

const officer: Person = { role: 'officer', id: 'o-1', department: 'permits', district: '410105', scopes: ['counter'] };
const minute = 60_000;
let now = Date.parse('2026-03-02T01:00:00Z');
const clock = () => now;
const at = (ms: number) => (now = Date.parse('2026-03-02T01:00:00Z') + ms);
beforeEach(() => at(0));

test('a token names the person, role, department, district and scopes, for one called service and one caller', async () => {
  const { key, keys } = await keyPair();
  const token = await personTokens(key, 'gateway', clock)('permits', officer);
  expect(decodeJwt(token)).toEqual({
    ...{ sub: 'o-1', role: 'officer', department: 'permits', district: '410105', scope: 'counter' },
    ...{ iss: 'gateway', azp: 'gateway', aud: 'permits', iat: now / 1000, exp: now / 1000 + 300 },
  });
  expect(await personVerifier(keys, 'permits', clock)(token, 'gateway')).toEqual(officer);
});

test('a token of somebody else’s key, for another service, of another caller, too old, or none at all is refused', async () => {
  const [ours, theirs] = [await keyPair(), await keyPair()];
  const token = await personTokens(ours.key, 'gateway', clock)('permits', officer);
  const verify = personVerifier(ours.keys, 'permits', clock);
  const [header = '', , signature = ''] = token.split('.');
  const promoted = Buffer.from(JSON.stringify({ ...decodeJwt(token), role: 'supervisor' })).toString('base64url');

  expect(await verify(await personTokens(theirs.key, 'gateway', clock)('permits', officer), 'gateway')).toBe('forged');
  expect(await verify(`${header}.${promoted}.${signature}`, 'gateway')).toBe('forged');
  expect(await verify(await personTokens(ours.key, 'gateway', clock)('residents', officer), 'gateway')).toBe(
    'other-audience',
  );
  // Fresh, and from the cache.
  expect(await verify(token, 'employment')).toBe('other-caller');
  expect(await verify(token, 'gateway')).toEqual(officer);
  expect(await verify(token, 'employment')).toBe('other-caller');
  expect(await verify('officer:o-1', 'gateway')).toBe('malformed');
  at(6 * minute);
  expect(await verify(token, 'gateway')).toBe('expired');
  expect(await personVerifier(ours.keys, 'permits', clock)(token, 'gateway')).toBe('expired');
});

test('an unsigned token, and one signed by a secret that is the public key, are refused', async () => {
  const { key, keys } = await keyPair();
  const token = await personTokens(key, 'gateway', clock)('permits', officer);
  const verify = personVerifier(keys, 'permits', clock);
  for (const alg of ['none', 'HS256']) {
    const header = Buffer.from(JSON.stringify({ alg, typ: 'person+jwt' })).toString('base64url');
    const [, payload = '', signature = ''] = token.split('.');
    expect(await verify(`${header}.${payload}.${alg === 'none' ? '' : signature}`, 'gateway')).toBe('forged');
  }
});

test('one token a person and service is signed, and used again for half of its life without waiting', async () => {
  const { key, keys } = await keyPair();
  const sign = personTokens(key, 'gateway', clock);
  const verify = personVerifier(keys, 'permits', clock);
  const token = await sign('permits', officer);
  await verify(token, 'gateway');
  at(2 * minute);
  expect(sign('permits', { ...officer })).toBe(token);
  expect(verify(token, 'gateway')).toEqual(officer);
  at(3 * minute);
  const next = await sign('permits', officer);
  expect(next).not.toBe(token);
  // A call that carries the one before is still believed.
  expect(await verify(token, 'gateway')).toEqual(officer);
  expect(await verify(next, 'gateway')).toEqual(officer);
});

test('whoever has another department, district, scope or role has another token', async () => {
  const { key } = await keyPair();
  const sign = personTokens(key, 'gateway', clock);
  const others: Person[] = [
    { ...officer, department: 'police' },
    { ...officer, district: '410102' },
    { ...officer, scopes: [] },
    { ...officer, role: 'supervisor' },
  ];
  const made = await Promise.all([officer, ...others].map((person) => sign('permits', person)));
  expect(new Set(made).size).toBe(5);
  expect(await sign('permits', { ...officer, district: '', department: 'permits 410105' })).not.toBe(made[0]);
});
