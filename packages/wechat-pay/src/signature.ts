import { type KeyLike, createSign, createVerify, randomBytes } from 'node:crypto';

export type { KeyLike };

/** The scheme of the header Authorization: SHA-256 with RSA, 2048 bits. */
export const SCHEME = 'WECHATPAY2-SHA256-RSA2048';

/** By which key the other side signed, by its serial number: two are valid while one is replaced. */
export type VerifyingKeys = ReadonlyMap<string, KeyLike>;

/** Who signs what they send. */
export interface Signer {
  readonly merchant: string;
  readonly serial: string;
  readonly privateKey: KeyLike;
}

export interface SignedParts {
  readonly timestamp: string;
  readonly nonce: string;
  readonly serial: string;
  readonly signature: string;
}

/** Every line ends with a line feed, the last one too. */
const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

const signed = (text: string, key: KeyLike): string => createSign('RSA-SHA256').update(text).sign(key, 'base64');

const isSigned = (text: string | Buffer, key: KeyLike, signature: string): boolean => {
  try {
    return createVerify('RSA-SHA256').update(text).verify(key, signature, 'base64');
  } catch {
    // No signature at all, or not of such a key.
    return false;
  }
};

/** Of a request: method, path with query, time, nonce and body. */
const requestText = (
  method: string,
  path: string,
  { timestamp, nonce }: Pick<SignedParts, 'timestamp' | 'nonce'>,
  body: string,
) => lines(method, path, timestamp, nonce, body);

/** The header Authorization of a request. @param now of the system, not of a city whose time is moved */
export function authorization(signer: Signer, method: string, path: string, body: string, now = new Date()): string {
  const parts = { timestamp: String(Math.floor(now.getTime() / 1000)), nonce: randomBytes(16).toString('hex') };
  const signature = signed(requestText(method, path, parts, body), signer.privateKey);
  const fields = { mchid: signer.merchant, nonce_str: parts.nonce, signature, timestamp: parts.timestamp };
  const pairs = Object.entries({ ...fields, serial_no: signer.serial }).map(([name, value]) => `${name}="${value}"`);
  return `${SCHEME} ${pairs.join(',')}`;
}

/** The fields of a header Authorization; undefined when it is none of this scheme. */
export function readAuthorization(header: string): (SignedParts & { readonly merchant: string }) | undefined {
  if (!header.startsWith(`${SCHEME} `)) return undefined;
  const fields = new Map([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
  const [merchant, nonce, timestamp] = [fields.get('mchid'), fields.get('nonce_str'), fields.get('timestamp')];
  const [serial, signature] = [fields.get('serial_no'), fields.get('signature')];
  if (!merchant || !nonce || !timestamp || !serial || !signature) return undefined;
  return { merchant, nonce, timestamp, serial, signature };
}

/** Whether a request was signed so. */
export const isRequestSigned = (
  key: KeyLike,
  method: string,
  path: string,
  parts: SignedParts,
  body: string,
): boolean => isSigned(requestText(method, path, parts, body), key, parts.signature);

/** The headers of an answer or of a notification. */
export function signatureHeaders(serial: string, privateKey: KeyLike, body: string, now = new Date()) {
  const [timestamp, nonce] = [String(Math.floor(now.getTime() / 1000)), randomBytes(16).toString('hex')];
  return {
    'Wechatpay-Serial': serial,
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Signature': signed(lines(timestamp, nonce, body), privateKey),
  };
}

export type Doubt = 'no-signature' | 'out-of-time' | 'unknown-serial' | 'wrong-signature';

// WeChat Pay sets no window; five minutes are what others use against replays.
const windowSeconds = 300;

/**
 * Why bytes that came are not believed to be the channel's; undefined when they are. The bytes as they came count: JSON that was read and
 * written again is another text.
 */
export function doubtOf(keys: VerifyingKeys, parts: SignedParts, body: Buffer, now = new Date()): Doubt | undefined {
  const { timestamp, nonce, serial, signature } = parts;
  if (!timestamp || !nonce || !serial || !signature) return 'no-signature';
  if (!(Math.abs(now.getTime() / 1000 - Number(timestamp)) <= windowSeconds)) return 'out-of-time';
  const key = keys.get(serial);
  if (key === undefined) return 'unknown-serial';
  const text = Buffer.concat([Buffer.from(lines(timestamp, nonce)), body, Buffer.from('\n')]);
  return isSigned(text, key, signature) ? undefined : 'wrong-signature';
}

/** @param header finds one by its name in small letters */
export const partsOf = (header: (name: string) => string | null | undefined): SignedParts => ({
  timestamp: header('wechatpay-timestamp') ?? '',
  nonce: header('wechatpay-nonce') ?? '',
  serial: header('wechatpay-serial') ?? '',
  signature: header('wechatpay-signature') ?? '',
});
