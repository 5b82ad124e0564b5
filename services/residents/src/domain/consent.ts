import type { Decider, Refusal } from '@lianban/model';

/** What is agreed to: that `department` may ask about the resident in this application, for the item `purpose`. */
export interface ConsentPlace {
  readonly application: string;
  readonly department: string;
  readonly purpose: string;
}

/** on-site: the words the site showed, in `version`; on-paper: a signed authorisation, handed in as a material. */
export type ConsentForm = 'on-site' | 'on-paper';

interface Given extends ConsentPlace {
  readonly residentId: string;
  readonly version: string;
  readonly form: ConsentForm;
  readonly givenAt: Date;
  /** Who agreed in the resident's name, by a mandate. */
  readonly agentId?: string;
  /** The officer at whose counter it was written down, an opaque id. */
  readonly assistedBy?: string;
}

export interface NoConsent {
  readonly status: 'none';
}

export interface KnownConsent extends Given {
  readonly status: 'given' | 'revoked';
  readonly revokedAt: Date | null;
}

/** One consent 同意 to one share of data. Plain data, fit for the document it is stored in. */
export type ConsentState = NoConsent | KnownConsent;

export interface GiveConsent extends Given {
  readonly type: 'GiveConsent';
}
export interface RevokeConsent {
  readonly type: 'RevokeConsent';
  readonly residentId: string;
}
export type ConsentCommand = GiveConsent | RevokeConsent;

export interface ConsentGiven extends Given {
  readonly type: 'ConsentGiven';
}
export interface ConsentRevoked {
  readonly type: 'ConsentRevoked';
  readonly at: Date;
}
export type ConsentEvent = ConsentGiven | ConsentRevoked;

const givenIn = ({ agentId, assistedBy, ...of }: ConsentGiven): Given => ({
  residentId: of.residentId,
  application: of.application,
  department: of.department,
  purpose: of.purpose,
  version: of.version,
  form: of.form,
  givenAt: of.givenAt,
  ...(agentId !== undefined && { agentId }),
  ...(assistedBy !== undefined && { assistedBy }),
});

/** One document a share of one application: "." is in no application number, department or item. */
export const consentId = ({ application, department, purpose }: ConsentPlace): string =>
  `${application}.${department}.${purpose}`;

// The same words for a consent of others and for none: an id must not tell whether it is in use.
export const NO_CONSENT: Refusal = {
  refused: 'consent-not-found',
  detail: 'You have given no consent with this number.',
};

/**
 * A consent is given with an application, and revoked for the future whenever the resident likes. Said again it stays as it was;
 * after a revocation it can be given anew, by something the resident did later.
 */
export const consent: Decider<ConsentState, ConsentCommand, ConsentEvent> = {
  initial: () => ({ status: 'none' }),

  decide(command, state, at) {
    if (command.type === 'RevokeConsent') {
      if (state.status === 'none' || state.residentId !== command.residentId) return NO_CONSENT;
      return state.status === 'revoked' ? [] : [{ type: 'ConsentRevoked', at }];
    }
    if (state.status === 'given') return [];
    const isRepeated = state.status === 'revoked' && state.revokedAt !== null && command.givenAt <= state.revokedAt;
    return isRepeated ? [] : [{ ...command, type: 'ConsentGiven' }];
  },

  evolve(state, event) {
    if (event.type === 'ConsentGiven') return { status: 'given', ...givenIn(event), revokedAt: null };
    return state.status === 'none' ? state : { ...state, status: 'revoked', revokedAt: event.at };
  },
};
