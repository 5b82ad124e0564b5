import { randomBytes } from 'node:crypto';
import { UnknownKey, type WrappedKey } from './key-service';
import { type RingKeys, keyRing, readRingKeys } from './key-ring';
import { createVault } from './vault';

const secret = () => randomBytes(32).toString('base64');
const ring = (text: string): RingKeys => {
  const keys = readRingKeys(text);
  if ('wrong' in keys) throw new Error(keys.wrong);
  return keys;
};
const [first, second] = [`k1 aes-256-gcm ${secret()}`, `k2 sm4 ${secret()}`];
const vaultOf = (...lines: string[]) => createVault(keyRing(ring(lines.join('\n'))));
const means = Buffer.from('means');

test('a value is sealed under a data key, wrapped by the key it names, with a nonce of its own', async () => {
  const vault = vaultOf(first);
  const [one, other] = [await vault.seal(means, 'A'), await vault.seal(means, 'A')];
  expect(one).toMatchObject({ key: 'k1', cipher: 'aes-256-gcm' });
  expect(one.nonce).not.toEqual(other.nonce);
  expect(one.content).not.toEqual(other.content);
  expect(await vaultOf(first).open(one, 'A')).toEqual(means);
});

test('a data key is shared by ten thousand values, then there is another', async () => {
  const keys = keyRing(ring(first));
  let wrapped = 0;
  const vault = createVault({ ...keys, wrap: (key) => ((wrapped += 1), keys.wrap(key)) });
  for (let nth = 0; nth < 10_000; nth++) await vault.seal(means, 'A');
  expect(wrapped).toBe(1);
  await vault.seal(means, 'A');
  expect(wrapped).toBe(2);
});

test('a key is added, becomes current, and retires when nothing needs it any more', async () => {
  const old = await vaultOf(first).seal(means, 'A');
  const added = await vaultOf(first, second).seal(means, 'A');
  expect(added.key).toBe('k1');
  const rotated = vaultOf(second, first);
  expect(await rotated.open(old, 'A')).toEqual(means);
  const anew = await rotated.seal(await rotated.open(old, 'A'), 'A');
  expect(anew).toMatchObject({ key: 'k2', cipher: 'sm4' });
  const retired = vaultOf(second);
  expect(await retired.open(anew, 'A')).toEqual(means);
  await expect(retired.open(old, 'A')).rejects.toThrow(UnknownKey);
  await expect(retired.open(old, 'A')).rejects.toThrow('sealed with key "k1"');
});

test('a data key under the name of another key does not open', async () => {
  const value = await vaultOf(first, second).seal(means, 'A');
  await expect(vaultOf(first, second).open({ ...value, key: 'k2' }, 'A')).rejects.toThrow();
});

test('a key service is asked once for what is read again, and again after it was away', async () => {
  const keys = keyRing(ring(first));
  let [asked, away] = [0, false];
  const unwrap = (wrapped: WrappedKey) => {
    asked += 1;
    return away ? Promise.reject(new Error('away')) : keys.unwrap(wrapped);
  };
  const value = await createVault(keys).seal(means, 'A');
  const vault = createVault({ ...keys, unwrap });
  away = true;
  await expect(vault.open(value, 'A')).rejects.toThrow('away');
  away = false;
  for (let nth = 0; nth < 3; nth++) expect(await vault.open(value, 'A')).toEqual(means);
  expect(asked).toBe(2);
});

test.each([
  ['', 'there is no key in it'],
  ['# none yet\n\n', 'there is no key in it'],
  ['k1 aes-256-gcm', 'line 1 is not "ID CIPHER SECRET"'],
  [`K1 aes-256-gcm ${secret()}`, 'line 1 is not'],
  [`${first}\nk3 des ${secret()}`, 'line 2: the cipher is aes-256-gcm or sm4'],
  ['k1 sm4 c2hvcnQ=', 'line 1: the secret is 32 bytes'],
  [`${first}\nk1 sm4 ${secret()}`, 'line 2: there is a key "k1" before it'],
])('keys that cannot be read are told by their line: %#', (text, why) => {
  const told = readRingKeys(text);
  expect(told).toEqual({ wrong: expect.stringContaining(why) });
  expect(JSON.stringify(told)).not.toContain(text.split(' ')[2] ?? 'no secret');
});
