import { localCapability } from '@lianban/steps';
import { readSettings } from '@lianban/settings';
import { capabilityKeysFrom, residentsSettings } from './settings';

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
