import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { type RingKeys, UNNAMED_KEY as UNNAMED, UnknownKey, openerOf, sealerOf } from '@lianban/vault';

/** Keeps personal details: what is stored can be read only with the key, and looked up only through a blind index. */
export interface Vault {
  /** `place` (whose, which field) is bound to the text, so a value moved to another person does not open. */
  seal(text: string, place: string): string;
  /** @throws UnknownKey; or another error when it was sealed for another place, or was changed */
  open(sealed: string, place: string): string;
  /** Under the current key: the same one when it is so already. */
  anew(sealed: string, place: string): string;
  /**
   * A keyed hash of `text`, of its own per `purpose`: equal texts meet, nothing is revealed. Hex. Under the current key first, then
   * under each that may still stand somewhere.
   */
  indexes(text: string, purpose: string): readonly [string, ...string[]];
  readonly currentKey: string;
}

const [unnamedForm, namedForm] = ['v1', 'v2'];

/** @param keys the first seals, all open; keys for indexes are derived from them, so neither reveals the other */
export function createVault(keys: RingKeys): Vault {
  const [current] = keys;
  const openNamed = openerOf(keys, 'RESIDENTS_KEY');
  const sealNamed = sealerOf(keys);
  const unnamed = keys.find(({ id }) => id === UNNAMED);
  const openUnnamed = unnamed && unnamedSeals(unnamed.secret);

  const seal: Vault['seal'] = (text, place) =>
    current.id === UNNAMED
      ? openUnnamed!.seal(text, place)
      : [namedForm, current.id, sealNamed(Buffer.from(text), place).toString('base64')].join('.');
  const open: Vault['open'] = (sealed, place) => {
    const [form, , body] = sealed.split('.');
    if (form === namedForm && body !== undefined) return openNamed(Buffer.from(body, 'base64'), place).toString('utf8');
    if (form !== unnamedForm) throw new Error('not a sealed value');
    if (!openUnnamed) throw new UnknownKey(UNNAMED, 'RESIDENTS_KEY');
    return openUnnamed.open(sealed, place);
  };
  const isCurrent = (sealed: string): boolean => {
    const [form, id] = sealed.split('.');
    return form === namedForm ? id === current.id : current.id === UNNAMED;
  };
  return {
    currentKey: current.id,
    seal,
    open,
    anew: (sealed, place) => (isCurrent(sealed) ? sealed : seal(open(sealed, place), place)),
    indexes(text, purpose) {
      const [first, ...others] = keys.map(({ secret }) => indexUnder(secret, text, purpose));
      return [first!, ...others];
    },
  };
}

const derived = (secret: Uint8Array, purpose: string) =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `lianban residents ${purpose}`, 32));

const indexUnder = (secret: Uint8Array, text: string, purpose: string): string =>
  createHmac('sha256', derived(secret, `index ${purpose}`))
    .update(text)
    .digest('hex');

/** AES-256-GCM as it was when there was one key. */
function unnamedSeals(secret: Uint8Array): Pick<Vault, 'seal' | 'open'> {
  const key = derived(secret, 'seal');
  return {
    seal(text, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [unnamedForm, ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64'))].join('.');
    },
    open(sealed, place) {
      const [, nonce, tag, body] = sealed.split('.');
      if (!nonce || !tag || body === undefined) throw new Error('not a sealed value');
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'))
        .setAAD(Buffer.from(place))
        .setAuthTag(Buffer.from(tag, 'base64'));
      return Buffer.concat([decipher.update(Buffer.from(body, 'base64')), decipher.final()]).toString('utf8');
    },
  };
}
