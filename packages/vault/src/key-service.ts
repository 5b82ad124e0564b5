import type { CipherName } from './cipher';

/** A data key that only the key service can open. */
export interface WrappedKey {
  /** The id of the key it is wrapped with. */
  readonly key: string;
  readonly dataKey: Uint8Array;
}

/**
 * Holds the keys that wrap data keys, and never gives them away: a file here, a key management service elsewhere. One key is
 * current; those before it still open what they wrapped.
 */
export interface KeyService {
  /** What is sealed from now on is sealed under this key, with this cipher. */
  readonly current: { readonly key: string; readonly cipher: CipherName };
  wrap(dataKey: Uint8Array): Promise<WrappedKey>;
  /** @throws UnknownKey when it has no key of this id */
  unwrap(wrapped: WrappedKey): Promise<Uint8Array>;
}

/** Nothing is wrong with the value: this process lacks the key it was sealed with. */
export class UnknownKey extends Error {
  /** @param setting where such keys are given */
  constructor(key: string, setting = 'DATA_KEYS') {
    super(`sealed with key "${key}", which this process has not: add it to ${setting}`);
  }
}
