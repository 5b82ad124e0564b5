/** Who stands at the door, as a verified token says. Ids are opaque: never a name or an ID number. */
export interface Resident {
  readonly role: 'resident';
  readonly id: string;
  readonly expiresAt: Date;
}

/** An officer who also hands cases out, acts on many at once and sees the department's board. */
export interface Supervisor extends Officer {
  readonly role: 'supervisor';
}

/** What an officer may do beyond the cases of the desk. "counter": find, file and confirm for people at a counter 窗口. */
export const scopes = ['counter'] as const;
export type OfficerScope = (typeof scopes)[number];

/** An officer 经办人 works for one department, and for one district of it when the token names one. */
export interface Officer {
  readonly role: 'officer' | 'supervisor';
  readonly id: string;
  readonly department: string;
  readonly district: string | undefined;
  readonly scopes: readonly OfficerScope[];
  readonly expiresAt: Date;
}

export interface Operator {
  readonly role: 'operator';
  readonly id: string;
  readonly expiresAt: Date;
}

export type Identity = Resident | Officer | Operator;
export type Role = Identity['role'];

/** Why a token is not taken. The word is told to the caller; nothing of the token is. */
export type TokenFault = 'malformed' | 'forged' | 'expired' | 'not-yet-valid' | 'other-audience' | 'other-issuer';

/** Answers with the identity or with the fault; it throws for neither. */
export type TokenVerifier = (token: string) => Promise<Identity | TokenFault>;
