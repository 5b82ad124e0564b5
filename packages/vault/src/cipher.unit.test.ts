import { createCipheriv, createSecretKey, getCiphers, randomBytes } from 'node:crypto';
import { type CipherName, cipherOf } from './cipher';

const has = getCiphers().includes('sm4-ctr');
const withSm4 = has ? test : test.skip;
const lacking = has ? '' : ' (skipped: the OpenSSL of this Node has no SM4)';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const key = hex('01234567 89abcdef fedcba98 76543210');

/** One block, as the standard enciphers it. */
const enciphered = (block: Buffer) => createCipheriv('sm4-ecb', key, null).setAutoPadding(false).update(block);

withSm4(`SM4 gives what GB/T 32907 appendix A.1 prints for one block${lacking}`, () => {
  expect(enciphered(key)).toEqual(hex('681edf34 d206965e 86b3e94f 536e4246'));
});

withSm4(`SM4 gives what GB/T 32907 appendix A.2 prints for a million times${lacking}`, () => {
  const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
  let block: Buffer = key;
  for (let nth = 0; nth < 1_000_000; nth++) block = cipher.update(block);
  expect(block).toEqual(hex('595298c7 c6fd271f 0402f804 c33d3f66'));
});

const names: readonly CipherName[] = has ? ['aes-256-gcm', 'sm4'] : ['aes-256-gcm'];

describe.each(names)('%s', (name) => {
  const cipher = cipherOf(name);
  const newKey = () => createSecretKey(randomBytes(32));
  const [secret, nonce] = [newKey(), randomBytes(12)];
  const plain = Buffer.from('month: 186000 分');
  const sealed = cipher.seal(secret, nonce, 'cases/A/means', plain);

  test('opens what it sealed, and shows nothing of it', () => {
    expect(cipher.open(secret, nonce, 'cases/A/means', sealed)).toEqual(plain);
    expect(sealed.includes('month')).toBe(false);
  });

  test('opens nowhere else, with no other key or nonce, and no part that was changed', () => {
    expect(() => cipher.open(secret, nonce, 'cases/B/means', sealed)).toThrow();
    expect(() => cipher.open(newKey(), nonce, 'cases/A/means', sealed)).toThrow();
    expect(() => cipher.open(secret, randomBytes(12), 'cases/A/means', sealed)).toThrow();
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => cipher.open(secret, nonce, 'cases/A/means', changed)).toThrow();
    }
    expect(() => cipher.open(secret, nonce, 'cases/A/means', sealed.subarray(0, 8))).toThrow();
  });
});

test('a cipher that this release does not know is named', () => {
  expect(() => cipherOf('rot13')).toThrow('no cipher "rot13"');
});
