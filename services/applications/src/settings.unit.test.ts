import { localCapability } from '@lianban/steps';
import { readSettings } from '@lianban/settings';
import { applicationsSettings, capabilityKey } from './settings';

const read = (env: Record<string, string>) => readSettings(applicationsSettings, env);

test('a local stack proves cases with a key that anybody can compute; production does not start with it', () => {
  expect(capabilityKey(read({}), 'local')).toBe(localCapability.key);
  expect(() => capabilityKey(read({}), 'production')).toThrow('CAPABILITY_KEY: must be set in production');
  const given = read({ CAPABILITY_KEY: JSON.stringify(localCapability.key) });
  expect(capabilityKey(given, 'production')).toEqual(localCapability.key);
});
