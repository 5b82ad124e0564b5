import type { LegalClock } from './clock';
import type { Correction, CorrectionAsk } from './correction';
import type { DecisionAsk } from './decision-ask';
import type { AcceptBy, Author, DecidedBy, PauseCause } from './events';
import type { Extension } from './extension';
import type { WorklistEntry } from './worklist-entry';
import type { Facts, Missing, Ruling, StepRequest } from './item';
import type { Writ } from './writ';

export interface Waiting {
  readonly name: string;
  readonly reason: string;
  readonly until: Date;
}

export interface Pause {
  readonly by: PauseCause;
  readonly reason: string;
  readonly since: Date;
  readonly until?: Date;
}

/** What stays with the case through all its stages. Plain data: it is stored as it stands. */
export interface CaseFile {
  /** As asked for, with what supplements added since. */
  readonly request: StepRequest;
  readonly decidedBy: DecidedBy;
  /** Why a rule could not finish it, once an officer has it instead. */
  readonly handedOver?: string;
  /** The officer who acted last, an opaque id. */
  readonly officer?: string;
  /** The officer who has the case in hand: whoever acted on it first, claimed it, or was given it. */
  readonly holder?: string;
  readonly receivedAt: Date;
  /** When nothing was missing any more; a deemed acceptance counts from here. */
  readonly completeAt: Date;
  /** When the resident gave the last supplement. */
  readonly suppliedAt?: Date;
  /** Names of the facts asked of others so far. */
  readonly asked: readonly string[];
  readonly known: Facts;
  /** When each of them was told. Absent in cases of a former release. */
  readonly learntAt?: Readonly<Record<string, Date>>;
  /** Its public notice has run out, and facts are asked again. */
  readonly confirming?: true;
  /** Facts that will not come, and why. */
  readonly unavailable: Readonly<Record<string, string>>;
  readonly waits: readonly Waiting[];
  readonly objections: readonly string[];
  /** What a rule refused, while and after a person looks at it again. */
  readonly reviewOf?: Ruling;
  /** Objections that came when none could be heard, so that each is answered once. */
  readonly dismissed?: readonly string[];
  /** Nobody spoke in time: it counts as accepted. Cases of a former release do not say. */
  readonly deemed?: true;
  /** From acceptance on. */
  readonly clock?: LegalClock;
  /** The last one that was asked for. */
  readonly extension?: Extension;
  /** The last decision a second person was asked to approve. */
  readonly decisionAsk?: DecisionAsk;
  /** The last correction of its decision that a second person was asked to approve. */
  readonly correctionAsk?: CorrectionAsk;
  /** How its decision was put right so far, oldest first. */
  readonly corrections?: readonly Correction[];
  /** What was told in writing, oldest first. Absent until the first, and in cases of a release before writs. */
  readonly writs?: readonly Writ[];
}

/** Where the case is. A case that was accepted keeps its pause while a supplement is awaited. */
export type Stage =
  | ({ readonly status: 'received' } & AcceptBy)
  | {
      readonly status: 'supplement';
      readonly missing: readonly Missing[];
      readonly askedAt: Date;
      readonly answerBy: Date;
      /** Absent in cases that were asked before it was kept: their notes may be an officer's. */
      readonly askedBy?: DecidedBy;
      readonly pause?: Pause;
    }
  | { readonly status: 'accepted' }
  | { readonly status: 'paused'; readonly pause: Pause }
  | ({ readonly status: 'notice'; readonly ruling: Ruling; readonly since: Date; readonly until: Date } & Author)
  | ({ readonly status: 'decided'; readonly ruling: Ruling; readonly at: Date } & Author)
  | { readonly status: 'cancelled'; readonly at: Date; readonly reason: string }
  | ({
      readonly status: 'compensated';
      readonly ruling: Ruling;
      readonly at: Date;
      readonly compensatedAt: Date;
      readonly compensatedFor: string;
    } & Author);

export type FiledCase = { readonly id: string; readonly file: CaseFile; readonly place?: WorklistEntry } & Stage;

/** One department's own handling of one step; its id is "<application number>/<step>". */
export type CaseState = { readonly id: string; readonly status: 'unreceived' } | FiledCase;

export type CaseStatus = CaseState['status'];

export type CaseAt<T extends FiledCase['status']> = Extract<FiledCase, { status: T }>;

/** Still under way: not decided, cancelled or compensated. */
export const isOpen = (
  state: CaseState,
): state is CaseAt<'received' | 'supplement' | 'accepted' | 'paused' | 'notice'> =>
  state.status === 'received' ||
  state.status === 'supplement' ||
  state.status === 'accepted' ||
  state.status === 'paused' ||
  state.status === 'notice';

/** The standstill of the clock a stage carries; a public notice is one of its own. */
export const pauseOf = (state: FiledCase): Pause | undefined => {
  if (state.status === 'notice') {
    return { by: 'notice', reason: 'public-notice', since: state.since, until: state.until };
  }
  return state.status === 'paused' || state.status === 'supplement' ? state.pause : undefined;
};

/** Facts asked for that have neither come nor failed. */
export const awaited = (file: CaseFile): readonly string[] =>
  file.asked.filter((name) => !Object.hasOwn(file.known, name) && !Object.hasOwn(file.unavailable, name));

/** The facts a rule sees: one that will not come is there as `{ available: false, why }`, so that the rule can refuse. */
export const knownFacts = (file: CaseFile): Facts => ({
  ...Object.fromEntries(Object.entries(file.unavailable).map(([name, why]) => [name, { available: false, why }])),
  ...file.known,
});
