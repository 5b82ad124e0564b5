import { randomBytes } from 'node:crypto';
import { type CipherName, KEY_BYTES, NONCE_BYTES, cipherOf } from './cipher';
import type { KeyService, WrappedKey } from './key-service';

/** A value as the database holds it: sealed under a data key of its own, which is wrapped by the key it names. */
export interface SealedValue extends WrappedKey {
  readonly cipher: CipherName;
  readonly content: Uint8Array;
}

export interface DataKey extends WrappedKey {
  readonly cipher: CipherName;
  readonly secret: Uint8Array;
}

export interface Vault {
  /** `place` – which collection, which document – is bound to the value: moved elsewhere, it does not open. */
  seal(plain: Uint8Array, place: string): Promise<SealedValue>;
  /** @throws UnknownKey; or another error when the place is another or the value was changed */
  open(value: SealedValue, place: string): Promise<Buffer>;
  /** A new data key, for what is sealed in parts. */
  dataKey(): Promise<DataKey>;
  secretOf(wrapped: WrappedKey): Promise<Uint8Array>;
  /** The id of the key that is sealed under from now on. */
  readonly currentKey: string;
}

/** With which keys documents and files are sealed, and whether what is written is. */
export interface Sealing {
  readonly vault: Vault;
  readonly writes: boolean;
}

// What is read again soon, as a list an officer looks at; a few hundred bytes each.
const keptDataKeys = 10_000;

export function createVault(keys: KeyService): Vault {
  const kept = new Map<string, Promise<Uint8Array>>();
  const idOf = ({ key, dataKey }: WrappedKey) => `${key} ${Buffer.from(dataKey).toString('latin1')}`;
  const keep = (id: string, secret: Promise<Uint8Array>) => {
    kept.set(id, secret);
    for (const oldest of kept.keys()) {
      if (kept.size <= keptDataKeys) return;
      kept.delete(oldest);
    }
  };
  const dataKey = async (): Promise<DataKey> => {
    const secret = randomBytes(KEY_BYTES);
    const wrapped = await keys.wrap(secret);
    keep(idOf(wrapped), Promise.resolve(secret));
    return { ...wrapped, cipher: keys.current.cipher, secret };
  };
  const secretOf = (wrapped: WrappedKey): Promise<Uint8Array> => {
    const id = idOf(wrapped);
    const found = kept.get(id);
    if (found) return found;
    const secret = keys.unwrap(wrapped);
    keep(id, secret);
    // A key service that was away is asked again.
    secret.catch(() => kept.delete(id));
    return secret;
  };
  return {
    dataKey,
    secretOf,
    get currentKey() {
      return keys.current.key;
    },
    async seal(plain, place) {
      const { secret, ...wrapped } = await dataKey();
      const nonce = randomBytes(NONCE_BYTES);
      return { ...wrapped, content: Buffer.concat([nonce, cipherOf(wrapped.cipher).seal(secret, nonce, place, plain)]) };
    },
    async open(value, place) {
      const { cipher, content } = value;
      const secret = await secretOf(value);
      return cipherOf(cipher).open(secret, content.subarray(0, NONCE_BYTES), place, content.subarray(NONCE_BYTES));
    },
  };
}
