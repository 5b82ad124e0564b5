import { type JWK, SignJWT, importJWK } from 'jose';
import { KeptUntil } from './kept-until';
import type { Person } from './person';

export const personTokenAlgorithm = 'EdDSA';
/** Of the local stack's key. */
export const personKeyName = 'person';
export const personTokenType = 'person+jwt';
const lifeSeconds = 300;
// A token that is used is younger than this, so that a call that waits in a line does not outlive it.
const reuseMs = 150_000;
const remembered = 20_000;

/** The token by which `peer` believes that it is called on behalf of `person`. At hand without waiting, if one was made before. */
export type PersonTokens = (peer: string, person: Person) => string | Promise<string>;

/**
 * Signs for a service that knows by itself who is signed in. One token a person and called service is made, and used again for half
 * of its life: a signature costs more than the rest of a call.
 * @param self the service that signs, and the only one that may use them
 */
export function personTokens(key: JWK, self: string, now: () => number = Date.now): PersonTokens {
  const imported = importJWK(key, personTokenAlgorithm);
  // Who signs sees a key that is none when it first signs: nothing is to be ended by it before.
  imported.catch(() => undefined);
  const made = new KeptUntil<string | Promise<string>>(remembered);

  const sign = async (peer: string, { role, id, department, district, scopes }: Person, at: number) => {
    const seconds = Math.floor(at / 1000);
    return new SignJWT({ role, azp: self, department, district, scope: scopes?.join(' ') || undefined })
      .setProtectedHeader({ alg: personTokenAlgorithm, typ: personTokenType, ...(key.kid && { kid: key.kid }) })
      .setSubject(id)
      .setIssuer(self)
      .setAudience(peer)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + lifeSeconds)
      .sign(await imported);
  };

  return (peer, person) => {
    const { role, id, department = '', district = '', scopes = [] } = person;
    const whose = [peer, role, id, department, district, ...scopes].join(' ');
    const at = now();
    const known = made.get(whose, at);
    if (known !== undefined) return known;
    const signing = sign(peer, person, at);
    made.keep(whose, signing, at + reuseMs);
    return signing.then((token) => {
      made.keep(whose, token, at + reuseMs);
      return token;
    });
  };
}
