/** What is known of a caller who came with a browser's session, and not with a token of their own. */
export interface OfSession {
  readonly session?: string | undefined;
  /** All that this person may act in; `role` is the one acted in, and alone decides. */
  readonly roles?: readonly string[] | undefined;
}

/** How somebody proved who they are; absent where the issuer does not say. */
export interface Proof extends OfSession {
  /** The issuer's word for the means: "acr" of OpenID Connect. */
  readonly acr?: string | undefined;
  /** Seconds since 1970: "auth_time". */
  readonly signedInAt?: number | undefined;
}

/** The caller, from a verified token. Ids are opaque: never a name or an ID number. */
export interface Resident extends Proof {
  readonly role: 'resident';
  readonly id: string;
  readonly expiresAt: Date;
}

/** An officer who also assigns cases, acts on many at once and sees the department's board. */
export interface Supervisor extends Officer {
  readonly role: 'supervisor';
}

/** Scopes of an officer beyond the cases of the desk. "counter": search, submit and confirm for people at a counter 窗口. */
export const scopes = ['counter'] as const;
export type OfficerScope = (typeof scopes)[number];

/** An officer 经办人 works for one department, and for one district of it when the token names one. */
export interface Officer extends Proof {
  readonly role: 'officer' | 'supervisor';
  readonly id: string;
  readonly department: string;
  readonly district: string | undefined;
  readonly scopes: readonly OfficerScope[];
  readonly expiresAt: Date;
}

export interface Operator extends Proof {
  readonly role: 'operator';
  readonly id: string;
  readonly expiresAt: Date;
}

export type Identity = Resident | Officer | Operator;
export type Role = Identity['role'];

/** Why a token is refused. Callers are told this word; nothing of the token is. */
export type TokenFault = 'malformed' | 'forged' | 'expired' | 'not-yet-valid' | 'other-audience' | 'other-issuer';

/** Resolves with the identity or with the fault; does not throw for either. */
export type TokenVerifier = (token: string) => Promise<Identity | TokenFault>;
