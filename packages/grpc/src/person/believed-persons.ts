import type { JSONWebKeySet } from 'jose';
import type { Log } from '@lianban/telemetry';
import type { BelievedPersons } from './believed';
import { localKeys } from './local-key';
import { personKeyName } from './sign';
import { personVerifier } from './verify';

export interface PersonSettings {
  /** Of whoever signs person tokens; undefined on a local stack, which makes its own key. */
  readonly keys: JSONWebKeySet | undefined;
  /** Whether a caller's word is enough, where it shows no token. */
  readonly allowUnproven: boolean;
}

/** Whom the service `self` believes, by the settings of its process. */
export async function believedPersons(
  self: string,
  { keys, allowUnproven }: PersonSettings,
  log: Pick<Log, 'warn'>,
): Promise<BelievedPersons> {
  const verify = personVerifier(keys ?? (await localKeys.publicHalf(personKeyName)), self);
  if (!allowUnproven) return { verify };
  log.warn({ setting: 'ALLOW_UNPROVEN_PERSONS' }, 'callers are believed on whose behalf they call, without a proof');
  const told = new Set<string>();
  const believesWords = (caller: string) => {
    if (!told.has(caller)) log.warn({ caller }, 'on whose behalf it calls is said and not proved');
    told.add(caller);
    return true;
  };
  return { verify, believesWords };
}
