import { SignJWT } from 'jose';
import { keysOf } from '../../test/site';
import { claimsOf, tokenFor, verify } from '../../test/tokens';
import type { Identity } from '../token/identity';
import { internalTokens, takingInternal } from './internal-token';

const later = () => new Date(Date.now() + 3_600_000);
const officer: Identity = {
  role: 'officer',
  id: 'o-1',
  department: 'permits',
  district: undefined,
  scopes: ['counter'],
  expiresAt: later(),
};
const take = takingInternal(keysOf('b', 'a'), verify);

test('a token of one gateway process is valid at every other, for two minutes', async () => {
  const found = await take(await internalTokens(keysOf('a'))(officer));
  expect(found).toMatchObject({ role: 'officer', id: 'o-1', department: 'permits', scopes: ['counter'] });
  const left = typeof found === 'string' ? 0 : found.expiresAt.getTime() - Date.now();
  expect(left).toBeGreaterThan(110_000);
  expect(left).toBeLessThanOrEqual(120_000);
});

test('it does not outlive the session', async () => {
  const expiresAt = new Date(Math.floor(Date.now() / 1000) * 1000 - 1000);
  expect(await take(await internalTokens(keysOf('a'))({ ...officer, expiresAt }))).toBe('expired');
});

test('a token signed with another key is forged', async () => {
  expect(await take(await internalTokens(keysOf('c'))(officer))).toBe('forged');
});

test('tokens of the identity provider are verified as before', async () => {
  expect(await take(await tokenFor(claimsOf.resident))).toMatchObject({ role: 'resident', id: 'r-1' });
});

test('a token cannot choose its algorithm', async () => {
  const [{ id, tokens }] = keysOf('a');
  const sign = (header: object, claims: object = {}) =>
    new SignJWT({ role: 'operator', sub: 'x', iss: 'lianban-gateway', aud: 'lianban-gateway', ...claims })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: id, ...header })
      .setExpirationTime('1m')
      .sign(tokens);
  expect(await take(await sign({}))).toMatchObject({ role: 'operator' });
  for (const header of [{ typ: 'JWT' }, { kid: 'x' }, { alg: 'HS512' }])
    expect(typeof (await take(await sign(header)))).toBe('string');
  expect(await take(await sign({}, { aud: 'payroll' }))).toBe('other-audience');
  expect(await take(await sign({}, { iss: 'issuer' }))).toBe('other-issuer');
});
