import { type KeyObject, createSecretKey, randomBytes } from 'node:crypto';
import { type CipherName, KEY_BYTES, NONCE_BYTES, cipherOf } from './cipher';
import type { KeyService, WrappedKey } from './key-service';

/** A value as the database holds it: sealed under a data key, which is wrapped by the key it names. */
export interface SealedValue extends WrappedKey {
  readonly cipher: CipherName;
  /** Of no other value: it also tells one seal from another. */
  readonly nonce: Uint8Array;
  readonly content: Uint8Array;
}

export interface DataKey extends WrappedKey {
  readonly cipher: CipherName;
  readonly secret: KeyObject;
}

export interface Vault {
  /** `place` – which collection, which document – is bound to the value: moved elsewhere, it does not open. */
  seal(plain: Uint8Array, place: string): Promise<SealedValue>;
  /** @throws UnknownKey; or another error when the place is another or the value was changed */
  open(value: SealedValue, place: string): Promise<Buffer>;
  /** A new data key, for a content that is sealed in parts. */
  dataKey(): Promise<DataKey>;
  secretOf(wrapped: WrappedKey): Promise<KeyObject>;
  /** The id of the key that is sealed under from now on. */
  readonly currentKey: string;
}

/** With which keys documents and files are sealed, and whether what is written is. */
export interface Sealing {
  readonly vault: Vault;
  readonly writes: boolean;
}

// A few hundred bytes each.
const keptDataKeys = 10_000;
// A data key for each value would cost a second encryption, and a key service elsewhere a call, with every write.
const valuesOfKey = 10_000;
const longestUseMs = 10 * 60_000;

export function createVault(keys: KeyService): Vault {
  const kept = new Map<string, Promise<KeyObject>>();
  const idOf = ({ key, dataKey }: WrappedKey) => `${key} ${Buffer.from(dataKey).toString('latin1')}`;
  const keep = (id: string, secret: Promise<KeyObject>) => {
    kept.set(id, secret);
    for (const oldest of kept.keys()) {
      if (kept.size <= keptDataKeys) return;
      kept.delete(oldest);
    }
  };
  const dataKey = async (): Promise<DataKey> => {
    const bytes = randomBytes(KEY_BYTES);
    const wrapped = await keys.wrap(bytes);
    const secret = createSecretKey(bytes);
    keep(idOf(wrapped), Promise.resolve(secret));
    return { ...wrapped, cipher: keys.current.cipher, secret };
  };
  const secretOf = (wrapped: WrappedKey): Promise<KeyObject> => {
    const id = idOf(wrapped);
    const found = kept.get(id);
    if (found) return found;
    const secret = keys.unwrap(wrapped).then((bytes) => createSecretKey(bytes));
    keep(id, secret);
    // A key service that was away is asked again.
    secret.catch(() => kept.delete(id));
    return secret;
  };
  let inUse: { readonly until: number; left: number; readonly key: Promise<DataKey> } | undefined;
  const sharedKey = (): Promise<DataKey> => {
    if (inUse && inUse.left > 0 && inUse.until > performance.now()) {
      inUse.left -= 1;
      return inUse.key;
    }
    const key = dataKey();
    const now = { until: performance.now() + longestUseMs, left: valuesOfKey - 1, key };
    inUse = now;
    key.catch(() => {
      if (inUse === now) inUse = undefined;
    });
    return key;
  };
  return {
    dataKey,
    secretOf,
    get currentKey() {
      return keys.current.key;
    },
    async seal(plain, place) {
      const { secret, ...wrapped } = await sharedKey();
      const nonce = randomBytes(NONCE_BYTES);
      return { ...wrapped, nonce, content: cipherOf(wrapped.cipher).seal(secret, nonce, place, plain) };
    },
    async open(value, place) {
      const { cipher, nonce, content } = value;
      return cipherOf(cipher).open(await secretOf(value), nonce, place, content);
    },
  };
}
