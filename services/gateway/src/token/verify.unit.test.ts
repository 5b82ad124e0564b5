import { SignJWT, UnsecuredJWT, importJWK } from 'jose';
import { claimsOf, tokenFor, trustedKey, verify } from '../../test/tokens';
import { tokenAlgorithm, tokenType } from './verify';

const now = Math.floor(Date.now() / 1000);
const good = { sub: 'r-1', role: 'resident', iss: 'issuer', aud: 'lianban-gateway', exp: now + 60 };

/** Any claims, signed with the trusted key. */
const signed = async (claims: object, header: object = {}) =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: tokenAlgorithm, typ: tokenType, kid: 'trusted', ...header })
    .sign(await importJWK(trustedKey, tokenAlgorithm));

test('a valid token gives identity and expiry', async () => {
  expect(await verify(await signed(good))).toEqual({
    role: 'resident',
    id: 'r-1',
    expiresAt: new Date((now + 60) * 1000),
  });
  const officer = { ...claimsOf.officer, district: '410105' };
  expect(await verify(await tokenFor(officer))).toMatchObject({
    role: 'officer',
    department: 'permits',
    district: '410105',
  });
});

test.each<[string, object, object, string]>([
  ['no expiry', { ...good, exp: undefined }, {}, 'malformed'],
  ['no subject', { ...good, sub: undefined }, {}, 'malformed'],
  ['no role', { ...good, role: undefined }, {}, 'malformed'],
  ['a role nobody has', { ...good, role: 'mayor' }, {}, 'malformed'],
  ['a subject that is a name', { ...good, sub: '王 小明' }, {}, 'malformed'],
  ['an officer of no department', { ...good, role: 'officer' }, {}, 'malformed'],
  [
    'an officer of a department that is a property of every object',
    { ...good, role: 'officer', department: '__proto__' },
    {},
    'malformed',
  ],
  ['an ID token', good, { typ: 'JWT' }, 'malformed'],
  ['not valid yet', { ...good, nbf: now + 600 }, {}, 'not-yet-valid'],
  ['expired', { ...good, exp: now - 10 }, {}, 'expired'],
  ['another audience', { ...good, aud: 'other' }, {}, 'other-audience'],
  ['another issuer', { ...good, iss: 'other' }, {}, 'other-issuer'],
  ['a key nobody knows', good, { kid: 'unknown' }, 'forged'],
])('%s', async (_case, claims, header, fault) => {
  expect(await verify(await signed(claims, header))).toBe(fault);
});

test('a token cannot choose its algorithm: neither "none" nor the public key as a shared secret', async () => {
  const none = new UnsecuredJWT({ ...good }).encode();
  expect(['forged', 'malformed']).toContain(await verify(none));
  const shared = Buffer.from(String(trustedKey.x), 'base64url');
  const hmac = await new SignJWT({ ...good })
    .setProtectedHeader({ alg: 'HS256', typ: tokenType, kid: 'trusted' })
    .sign(shared);
  expect(await verify(hmac)).toBe('forged');
});

test('a changed claim breaks the signature', async () => {
  const [header, , signature] = (await signed(good)).split('.');
  const other = Buffer.from(JSON.stringify({ ...good, role: 'operator' })).toString('base64url');
  expect(await verify(`${header}.${other}.${signature}`)).toBe('forged');
});
