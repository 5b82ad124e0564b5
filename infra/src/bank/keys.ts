import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folders } from '../folders';

/** Made once a checkout. */
export const bankKeysFile = join(folders.local, 'bank', 'keys.json');

/** The keys of both sides. Everything in them begins with DEMO where production can see it. */
export interface BankKeys {
  readonly merchant: string;
  readonly app: string;
  readonly apiKey: string;
  readonly merchantSerial: string;
  readonly merchantKey: string;
  /** The bank's, by their serials: the first signs. */
  readonly platform: readonly { readonly serial: string; readonly key: string }[];
}

const pem = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

export const newBankKeys = (): BankKeys => ({
  ...{ merchant: 'DEMO1900000109', app: 'DEMO-wx-lianban' },
  // 32 characters.
  apiKey: randomBytes(16).toString('hex'),
  ...{ merchantSerial: 'DEMO-MERCHANT-1', merchantKey: pem() },
  platform: ['DEMO-PLATFORM-1', 'DEMO-PLATFORM-2'].map((serial) => ({ serial, key: pem() })),
});

/** The keys in a file of this checkout, made when there is none. */
export function bankKeysIn(file: string): BankKeys {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as BankKeys;
  const keys = newBankKeys();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

const publicOf = (key: string): string =>
  createPublicKey(createPrivateKey(key)).export({ type: 'spki', format: 'pem' }).toString();

export const merchantPublicKey = ({ merchantKey }: BankKeys) => createPublicKey(createPrivateKey(merchantKey));

/** The settings of `payments` for this bank. */
export const merchantEnvironment = (keys: BankKeys, address: string, site: string): Record<string, string> => ({
  WECHAT_ADDRESS: address,
  WECHAT_MERCHANT: keys.merchant,
  WECHAT_APP: keys.app,
  WECHAT_SERIAL: keys.merchantSerial,
  WECHAT_PRIVATE_KEY: keys.merchantKey,
  WECHAT_API_KEY: keys.apiKey,
  WECHAT_PLATFORM_KEYS: JSON.stringify(
    Object.fromEntries(keys.platform.map(({ serial, key }) => [serial, publicOf(key)])),
  ),
  PUBLIC_ORIGIN: site,
});
