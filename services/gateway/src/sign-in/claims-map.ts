import type { JWTPayload } from 'jose';
import { identityOf, scopesClaim } from '../token/claims';
import type { SessionClaims } from '../session/session';

/** How this issuer writes what a session has to say of a person. */
export interface ClaimsMap {
  /** Names of claims; with dots, a way into objects. */
  readonly id: string;
  readonly role: string;
  readonly department: string;
  readonly district: string;
  readonly scopes: string;
  /** The issuer's word for a role, and ours, the weightiest first; "*" stands for anybody. */
  readonly roles: readonly (readonly [theirs: string, ours: string])[];
}

const into = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** The claim of this very name, or the one its dots lead to: names may be addresses, and hold dots themselves. */
const claimOf = (claims: JWTPayload, name: string): unknown =>
  into(claims, name) ?? name.split('.').reduce(into, claims);

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function roleOf(said: unknown, roles: ClaimsMap['roles']): string | undefined {
  const words = new Set(Array.isArray(said) ? said : [said]);
  return roles.find(([theirs]) => theirs === '*' || words.has(theirs))?.[1];
}

/** Of all an issuer says, what means something here: a session is a cookie, and has little room. */
const scopesOf = (said: unknown): string | undefined =>
  scopesClaim
    .catch([])
    .parse(said ?? undefined)
    .join(' ') || undefined;

/** What a session is to hold of a person, or undefined when the issuer's claims make nobody of this site. */
export function claimsFor(said: JWTPayload, map: ClaimsMap): SessionClaims | undefined {
  const role = roleOf(claimOf(said, map.role), map.roles);
  const sub = textOf(claimOf(said, map.id));
  if (role === undefined || sub === undefined) return undefined;
  const atDesk = role === 'officer' || role === 'supervisor';
  const claims = {
    sub,
    role,
    department: atDesk ? textOf(claimOf(said, map.department)) : undefined,
    district: atDesk ? textOf(claimOf(said, map.district)) : undefined,
    scopes: atDesk ? scopesOf(claimOf(said, map.scopes)) : undefined,
  };
  return identityOf({ ...claims, exp: 0 }) && claims;
}
