import { randomBytes } from 'node:crypto';
import { readConfig } from './config';
import { sealingOf } from './sealing';

const secret = randomBytes(32).toString('base64');
const keys = `# the current one first\n2026-11 sm4 ${secret}\n2025-11 aes-256-gcm ${randomBytes(32).toString('base64')}\n`;
const of = (env: Record<string, string>, environment: 'local' | 'production') =>
  sealingOf({ ...readConfig(env), environment });

test('the first key is current', () => {
  expect(of({ DATA_KEYS: keys }, 'production')).toMatchObject({ writes: true, vault: { currentKey: '2026-11' } });
});

test('production has no key that anybody can compute, a local stack has', () => {
  expect(() => of({}, 'production')).toThrow('DATA_KEYS: must be set in production');
  expect(of({}, 'local').vault.currentKey).toBe('local');
});

test('sealing is switched off by name alone', () => {
  expect(of({ DATA_SEALING: 'off' }, 'production').writes).toBe(false);
  expect(() => readConfig({ DATA_SEALING: 'no' })).toThrow('DATA_SEALING');
});

test('a key that cannot be read is told by its line, never by its secret', () => {
  const wrong = () => readConfig({ DATA_KEYS: `k1 des ${secret}` });
  expect(wrong).toThrow('DATA_KEYS: line 1: the cipher is aes-256-gcm or sm4');
  expect(wrong).not.toThrow(secret);
});
