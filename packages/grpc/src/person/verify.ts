import { type JSONWebKeySet, createLocalJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { KeptUntil } from './kept-until';
import type { Person } from './person';
import { personTokenAlgorithm, personTokenType } from './sign';

/** Why a token is refused: callers are told this word. */
export type PersonFault = 'malformed' | 'forged' | 'expired' | 'other-audience' | 'other-caller';

/** The person in a token that `caller` shows, or what is wrong with it. Never throws. */
export type PersonVerifier = (token: string, caller: string) => Person | PersonFault | Promise<Person | PersonFault>;

interface Verified {
  readonly person: Person;
  readonly for: string;
}

const word = z.string().min(1).max(64);
const claims = z.object({
  sub: word,
  role: word,
  azp: word,
  exp: z.number(),
  department: word.optional(),
  district: word.optional(),
  scope: z.string().optional(),
});

const remembered = 20_000;
// Of the clocks of two machines.
const toleranceSeconds = 30;

/**
 * Verifies person tokens made for `self`. Each is verified once: with a person's next call it is the same one.
 * @param keys the public keys of whoever signs
 */
export function personVerifier(keys: JSONWebKeySet, self: string, now: () => number = Date.now): PersonVerifier {
  const keySet = createLocalJWKSet(keys);
  const verified = new KeptUntil<Verified>(remembered);
  const shownBy = (caller: string, found: Verified) => (found.for === caller ? found.person : 'other-caller');

  const verify = async (token: string, caller: string): Promise<Person | PersonFault> => {
    try {
      const { payload } = await jwtVerify(token, keySet, {
        algorithms: [personTokenAlgorithm],
        typ: personTokenType,
        audience: self,
        requiredClaims: ['exp', 'sub', 'azp'],
        clockTolerance: toleranceSeconds,
        currentDate: new Date(now()),
      });
      const parsed = claims.safeParse(payload);
      if (!parsed.success) return 'malformed';
      const { sub: id, role, azp, exp, department, district, scope } = parsed.data;
      const person: Person = { role, id, department, district, scopes: scope?.split(' ') ?? [] };
      const found = { person, for: azp };
      verified.keep(token, found, (exp + toleranceSeconds) * 1000);
      return shownBy(caller, found);
    } catch (error) {
      return faultOf(error);
    }
  };

  return (token, caller) => {
    const known = verified.get(token, now());
    return known ? shownBy(caller, known) : verify(token, caller);
  };
}

function faultOf(error: unknown): PersonFault {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return error.claim === 'aud' ? 'other-audience' : 'malformed';
  const notOurs = [errors.JWSSignatureVerificationFailed, errors.JWKSNoMatchingKey, errors.JOSEAlgNotAllowed];
  return notOurs.some((kind) => error instanceof kind) ? 'forged' : 'malformed';
}
