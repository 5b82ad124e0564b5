import type { JWTPayload } from 'jose';
import { identityOf, scopesClaim } from '../token/claims';
import type { SessionClaims } from '../session/session';

/** How the issuer's claims map to a session. */
export interface ClaimsMap {
  /** Claim names; dots lead into objects. */
  readonly id: string;
  readonly role: string;
  readonly department: string;
  readonly district: string;
  readonly scopes: string;
  readonly name: string;
  /** The issuer's role names and ours, highest first; "*" matches anybody. */
  readonly roles: readonly (readonly [theirs: string, ours: string])[];
}

const into = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** The claim of this exact name, or the one its dots lead to: names may be URLs and contain dots themselves. */
const claimOf = (claims: JWTPayload, name: string): unknown =>
  into(claims, name) ?? name.split('.').reduce(into, claims);

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** All roles somebody has here, the weightiest first. A supervisor may whatever an officer may: that is one role. */
function rolesIn(said: unknown, roles: ClaimsMap['roles']): string[] {
  const words = new Set(Array.isArray(said) ? said : [said]);
  const found = new Set(roles.filter(([theirs]) => theirs === '*' || words.has(theirs)).map(([, ours]) => ours));
  return [...found].filter((role) => role !== 'officer' || !found.has('supervisor'));
}

const isAtDesk = (role: string): boolean => role === 'officer' || role === 'supervisor';

const longestName = 100;
/** What people are called, for the head of their pages: decides nothing, and is left out when it is no name. */
const nameOf = (said: unknown): string | undefined => {
  const name = textOf(said)?.trim();
  return name && name.length <= longestName && !/\p{C}/u.test(name) ? name : undefined;
};

/** Keeps the claims used here: a session is a cookie, and small. */
const scopesOf = (said: unknown): string | undefined =>
  scopesClaim
    .catch([])
    .parse(said ?? undefined)
    .join(' ') || undefined;

/**
 * The session's claims, or undefined when the issuer's claims give no role here. Of several roles, `role` is the weightiest until
 * the person has chosen one of `roles`.
 */
export function claimsFor(said: JWTPayload, map: ClaimsMap): SessionClaims | undefined {
  const sub = textOf(claimOf(said, map.id));
  if (sub === undefined) return undefined;
  const all = rolesIn(claimOf(said, map.role), map.roles);
  const atDesk = all.some(isAtDesk);
  const place = {
    department: atDesk ? textOf(claimOf(said, map.department)) : undefined,
    district: atDesk ? textOf(claimOf(said, map.district)) : undefined,
    scopes: atDesk ? scopesOf(claimOf(said, map.scopes)) : undefined,
  };
  const { acr, auth_time } = said;
  const name = nameOf(claimOf(said, map.name));
  const proof = {
    ...(typeof acr === 'string' && { acr }),
    ...(typeof auth_time === 'number' && { auth_time }),
  };
  const [role, ...others] = all.filter((each) => identityOf({ sub, role: each, ...place, exp: 0 }));
  if (role === undefined) return undefined;
  return {
    sub,
    role,
    ...(name !== undefined && { name }),
    ...proof,
    ...(others.length > 0 && { roles: [role, ...others] }),
    ...([role, ...others].some(isAtDesk) && place),
  };
}
