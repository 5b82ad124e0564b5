import { localCapability } from '@lianban/steps';
import { readSettings } from '@lianban/settings';
import { capabilityKeysFrom, keysFrom, residentsSettings } from './settings';

const read = (env: Record<string, string>) => readSettings(residentsSettings, env);

test('a local stack believes its own proofs of cases; production starts with none but those of its own key', () => {
  expect(capabilityKeysFrom(read({}), 'local')).toBe(localCapability.keys);
  expect(() => capabilityKeysFrom(read({}), 'production')).toThrow('CAPABILITY_JWKS: must be set in production');
  const given = read({ CAPABILITY_JWKS: JSON.stringify(localCapability.keys) });
  expect(capabilityKeysFrom(given, 'production')).toEqual(localCapability.keys);
});

test('cases without a proof are believed by name alone', () => {
  expect(read({}).ALLOW_UNPROVEN_CASES).toBe('false');
  expect(() => read({ ALLOW_UNPROVEN_CASES: 'yes' })).toThrow('ALLOW_UNPROVEN_CASES');
});

test('the key of the register is 32 bytes that have no id, or keys that have; production starts with one only', () => {
  const [one, other] = ['A', 'B'].map((fill) => Buffer.alloc(32, fill).toString('base64'));
  const ids = (RESIDENTS_KEY: string) => keysFrom(read({ RESIDENTS_KEY }), 'production').map(({ id }) => id);
  expect(ids(one!)).toEqual(['unnamed']);
  expect(ids(`2026-12 sm4 ${other}\nunnamed aes-256-gcm ${one}`)).toEqual(['2026-12', 'unnamed']);
  for (const wrong of ['AAAA', `2026-12 des ${one}`, 'words'])
    expect(() => read({ RESIDENTS_KEY: wrong })).toThrow('RESIDENTS_KEY: is 32 bytes in base64, or keys of which');
  expect(keysFrom(read({}), 'local')).toHaveLength(1);
  expect(() => keysFrom(read({}), 'production')).toThrow('RESIDENTS_KEY: must be set in production');
});
