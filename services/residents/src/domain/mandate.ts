/** What an agent may do for a principal: these packages, every one when there is none, until then. */
export interface Scope {
  readonly packages: readonly string[];
  readonly until: Date;
}

/** Both names sealed: opaque here, opened only for those who may know them. */
export interface Names {
  readonly principal: string;
  readonly agent: string;
}

interface Parties extends Scope {
  readonly principalId: string;
  readonly agentId: string;
  readonly names: Names;
  /**
   * Whether the principal may be told what the agent is called. Absent in mandates of a former release, whose principals
   * were told.
   */
  readonly agentKnown?: boolean;
}

/** What a counter officer saw: a code for its kind, and where it is kept. */
export interface Evidence {
  readonly kind: string;
  readonly reference: string;
}

export type Confirmation =
  | { readonly by: 'principal' }
  /** Confirmations of a former release were one officer's alone. */
  | ({ readonly by: 'officer'; readonly officer: string; readonly approvedBy?: string } & Evidence);

/** An officer saw the evidence; another one is to approve. It ends with the mandate's own time to be answered. */
export interface CounterAsk extends Evidence {
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly department: string;
}

export interface UnknownMandate {
  readonly status: 'unknown';
  readonly mandateId: string;
}

export interface KnownMandate extends Parties {
  readonly status: 'asked' | 'in-force' | 'refused' | 'revoked' | 'lapsed';
  readonly mandateId: string;
  readonly askedAt: Date;
  readonly confirmedAt: Date | null;
  readonly confirmation: Confirmation | null;
  /** Only while it waits. */
  readonly counterAsk?: CounterAsk;
  readonly endedAt: Date | null;
}

/** One mandate 代办委托. Plain data, fit for the document it is stored in. */
export type MandateState = UnknownMandate | KnownMandate;

/** By the agent. */
export interface AskMandate extends Parties {
  readonly type: 'AskMandate';
}
/** By the principal. */
export interface GiveMandate extends Parties {
  readonly type: 'GiveMandate';
}
export interface ConfirmMandate {
  readonly type: 'ConfirmMandate';
  readonly residentId: string;
}
export interface ConfirmMandateAtCounter extends Evidence {
  readonly type: 'ConfirmMandateAtCounter';
  readonly officer: string;
  readonly department: string;
}
export interface AnswerMandateAtCounter {
  readonly type: 'AnswerMandateAtCounter';
  readonly officer: string;
  readonly approve: boolean;
}
export interface RefuseMandate {
  readonly type: 'RefuseMandate';
  readonly residentId: string;
}
export interface RevokeMandate {
  readonly type: 'RevokeMandate';
  readonly residentId: string;
}
/** Said by the timer at the mandate's end. */
export interface LapseMandate {
  readonly type: 'LapseMandate';
}

export type MandateCommand =
  | AskMandate
  | GiveMandate
  | ConfirmMandate
  | ConfirmMandateAtCounter
  | AnswerMandateAtCounter
  | RefuseMandate
  | RevokeMandate
  | LapseMandate;

export interface MandateAsked extends Parties {
  readonly type: 'MandateAsked';
  readonly at: Date;
}
export interface MandateConfirmed {
  readonly type: 'MandateConfirmed';
  readonly confirmation: Confirmation;
  readonly at: Date;
}
/** One officer asks another to approve what they saw. */
export interface CounterConfirmationAsked extends Evidence {
  readonly type: 'CounterConfirmationAsked';
  readonly officer: string;
  readonly department: string;
  readonly at: Date;
}
/** By another officer, or taken back by whoever asked. */
export interface CounterConfirmationDropped {
  readonly type: 'CounterConfirmationDropped';
  readonly officer: string;
  readonly at: Date;
}
export interface MandateRefused {
  readonly type: 'MandateRefused';
  readonly at: Date;
}
export interface MandateRevoked {
  readonly type: 'MandateRevoked';
  readonly by: 'principal' | 'agent';
  readonly at: Date;
}
export interface MandateLapsed {
  readonly type: 'MandateLapsed';
  readonly at: Date;
}

export type MandateEvent =
  | MandateAsked
  | MandateConfirmed
  | CounterConfirmationAsked
  | CounterConfirmationDropped
  | MandateRefused
  | MandateRevoked
  | MandateLapsed;
