import { type JWK, SignJWT, exportJWK, generateKeyPair, importJWK } from 'jose';
import { localCapability } from './local-key';
import { capabilitySigner } from './sign';
import { capabilityVerifier } from './verify';

const asked = {
  ...{ department: 'social-assistance', caseId: 'LB1/relief' },
  ...{ residentId: 'r-1', purpose: 'temporary-relief' },
};
const sign = capabilitySigner(localCapability.key);
const proves = capabilityVerifier(localCapability.keys);

async function keyPair(kid: string) {
  const key: JWK = await exportJWK((await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })).privateKey);
  const { kty, crv, x } = key as Record<string, string>;
  return { key: { ...key, kid }, open: { kty, crv, x, kid } as JWK };
}

test('a case that applications asked for is proved, as often as it is asked', async () => {
  expect(await proves(sign(asked), asked)).toBe(true);
  expect(sign({ ...asked })).toBe(sign(asked));
});

test.each(Object.keys(asked))('another %s is not proved by it', async (field) => {
  expect(await proves(sign(asked), { ...asked, [field]: 'another' })).toBe(false);
});

test('no other key signs it, and two may stand beside each other while one replaces the other', async () => {
  const [former, current] = [await keyPair('1'), await keyPair('2')];
  const token = capabilitySigner(former.key)(asked);
  expect(await proves(token, asked)).toBe(false);
  expect(await capabilityVerifier({ keys: [current.open, former.open] })(token, asked)).toBe(true);
  expect(await capabilityVerifier({ keys: [current.open] })(token, asked)).toBe(false);
});

test('nothing else passes for one: words, a changed one, an unsigned one, a person token of the same key', async () => {
  const [header = '', claims = '', signature = ''] = sign(asked).split('.');
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: 'capability+jwt' })).toString('base64url');
  const changed = Buffer.from(Buffer.from(claims, 'base64url').toString().replace('r-1', 'r-2')).toString('base64url');
  const { caseId, residentId, department: azp, purpose } = asked;
  const person = await new SignJWT({ azp, purpose, case: caseId })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'person+jwt' })
    .setIssuer('applications')
    .setSubject(residentId)
    .sign(await importJWK(localCapability.key, 'EdDSA'));
  for (const token of ['', 'LB1/relief', `${unsigned}.${claims}.`, `${header}.${claims}.`, person])
    expect(await proves(token, asked)).toBe(false);
  expect(await proves(`${header}.${changed}.${signature}`, { ...asked, residentId: 'r-2' })).toBe(false);
});
