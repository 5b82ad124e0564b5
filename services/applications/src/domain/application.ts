import type { Material } from '@lianban/casework';
import type { Facts, Ground, Missing, Outcome, ServiceProgress, Shown } from '@lianban/steps';
import type { Counted } from './due';
import type { Asked, Ending, RequestMark } from './events';
import type { Subject } from './subject';
import type { TimelineEntry } from './timeline';

export type StepStatus =
  | 'waiting'
  | 'requested'
  | 'accepted'
  | 'supplement'
  | 'paused'
  | ServiceProgress['status']
  | 'granted'
  | 'refused'
  | 'not-needed'
  | 'stopped'
  | 'cancelled'
  | 'compensating'
  | 'compensated'
  | 'needs-operator';

/**
 * One step as it stands. `status` is what people see; `asked` is what whoever performs it still owes an answer to, and is
 * absent when nothing is owed. A step an operator looks after keeps its `asked`: a late answer still counts.
 */
export interface StepState {
  readonly status: StepStatus;
  readonly asked?: Asked;
  readonly dueAt?: Date;
  /** What `dueAt` was counted from, while it lies beyond the holiday tables. */
  readonly dueCounted?: Counted;
  /** The last progress heard, so that repeated and outdated news change nothing. */
  readonly heard?: { readonly at: Date; readonly what: string };
  readonly acceptedAt?: Date;
  readonly promisedAt?: Date;
  readonly statutoryAt?: Date;
  /** Counted beyond the holiday tables there were: the department sets them right. */
  readonly promisedProvisional?: true;
  readonly statutoryProvisional?: true;
  /** Of a step that is no decision: until when somebody has to act, and what a page shows of it. */
  readonly until?: Date;
  readonly shown?: Shown;
  readonly missing?: readonly Missing[];
  /** A supplement that is on its way to the department, once what it agrees to is taken down. */
  readonly pending?: {
    readonly answers: Facts;
    readonly materials: readonly Material[];
    readonly agentId?: string;
    readonly providedAt?: Date;
  };
  /** The last request that brought a supplement: sent again, it changes nothing. */
  readonly supplementedBy?: RequestMark;
  readonly outcome?: Outcome;
  readonly reason?: string;
  readonly facts?: Facts;
  readonly grounds?: readonly Ground[];
  /** Of a decision: a rule alone, or a person. Absent in what was heard before it was kept. */
  readonly decidedBy?: 'rule' | 'officer';
  /** Its decision was in error and was put right: what it had said, and why that was wrong. */
  readonly correction?: { readonly at: Date; readonly error: string; readonly was: Outcome };
  /** A rule refused it: until when a person is asked to look at it. Stays while they do. */
  readonly reviewBy?: Date;
  /** The operator who answered in the department's stead. */
  readonly takenOverBy?: string;
  /** The second operator, who approved it. */
  readonly takeOverApprovedBy?: string;
  /** A take-over that waits for a second operator. */
  readonly takeOverAsk?: TakeOverAsk;
}

/** One operator's answer in the department's stead, until another approves it. `instead`: of which answer. */
export interface TakeOverAsk {
  readonly instead: Asked;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly operator: string;
  readonly facts: Facts;
  readonly askedAt: Date;
}

/** One application 申请. Plain data, fit for the document it is stored in. */
export interface ApplicationState {
  readonly number: string;
  readonly package: string;
  /** 0 until submitted. */
  readonly packageVersion: number;
  readonly residentId: string;
  /** Whom it is about; absent when whoever applies. */
  readonly subject?: Subject;
  readonly district: string;
  /** Who applied in the resident's name, when somebody did. */
  readonly agentId?: string;
  /** Kept only while a step may still need them: afterwards the departments concerned hold their part. */
  readonly answers: Facts;
  readonly materials: readonly Material[];
  readonly steps: Readonly<Record<string, StepState>>;
  /** What was agreed to is not taken down yet: steps that rest on it wait. Absent when nothing was. */
  readonly consenting?: boolean;
  readonly timeline: readonly TimelineEntry[];
  readonly submittedAt: Date | null;
  /** The officer at whose counter it was submitted; absent when the resident did it. */
  readonly assistedBy?: string;
  /**
   * Whose application for what this is, while it is under way and the only one there may be: a unique index keeps a second out. One that
   * a review opens again is not the only one: there may be another by then.
   */
  readonly onlyOneOf?: string;
  /** A step of it waits for an operator, whatever the others do. Absent otherwise, and of applications the release before left. */
  readonly hanging?: true;
  /** The end of the fewest holiday tables by which a date of it was counted that lies beyond them. */
  readonly provisionalAfter?: Date;
  readonly withdrawnAt: Date | null;
  /** Why it was withdrawn, in the words of whoever did. Of those withdrawn before it was kept here, the timeline says it. */
  readonly withdrawalReason?: string;
  readonly ending: Ending | null;
  readonly endedAt: Date | null;
}

export const noApplication = (number: string): ApplicationState => ({
  number,
  package: '',
  packageVersion: 0,
  residentId: '',
  district: '',
  answers: {},
  materials: [],
  steps: {},
  timeline: [],
  submittedAt: null,
  withdrawnAt: null,
  ending: null,
  endedAt: null,
});

const WAITING: StepState = { status: 'waiting' };

export const stepOf = (state: ApplicationState, id: string): StepState => state.steps[id] ?? WAITING;

/** Nothing more will happen to the step by itself. */
export const isSettled = ({ status, asked }: StepState): boolean => asked === undefined && status !== 'waiting';

/** A person looks at what a rule refused. */
export const isReviewed = ({ asked, reviewBy }: StepState): boolean => asked === 'decision' && reviewBy !== undefined;

/** A department has it in hand. */
export const isUnderWay = ({ status, asked }: StepState): boolean => asked !== undefined && status !== 'needs-operator';

export const onlyOneOf = (residentId: string, packageCode: string): string => `${packageCode} ${residentId}`;

export const holdsAnswers = ({ answers, materials }: ApplicationState): boolean =>
  materials.length > 0 || Object.keys(answers).length > 0;

/** "needs-operator" is a place to rest, not the end: a take-over or a late answer goes on from it. */
export const hasEnded = ({ ending }: ApplicationState): boolean => ending !== null && ending !== 'needs-operator';
