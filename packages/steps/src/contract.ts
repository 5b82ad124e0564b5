import type { Progress } from './progress';

export type Facts = Readonly<Record<string, unknown>>;

/**
 * How a step of any kind finishes. Granted: what was asked for is there, and what needs the step goes on. Refused: it is not,
 * and the package says what follows.
 */
export type Outcome = 'granted' | 'refused';

/**
 * One rule that led to a decision: which text, which version, how it applied. `code` names its words in the department's catalogue
 * file, where `facts` fill the places in braces; `explanation` says the same in English.
 */
export interface Ground {
  readonly code: string;
  readonly facts?: Readonly<Record<string, string>>;
  readonly rule: string;
  readonly version: string;
  readonly explanation: string;
  readonly met: boolean;
}

interface News<T extends string> {
  readonly type: T;
  /** When it happened, by who performs the step; absent, the moment it is heard. */
  readonly at?: Date;
}

/** The step is under way: whoever performs it says how far. */
export interface Progressed extends News<'progressed'> {
  readonly progress: Progress;
}

export interface Finished extends News<'finished'> {
  readonly outcome: Outcome;
  /** A code in small letters. */
  readonly reason: string;
  /** What later steps and the resident need of it. */
  readonly facts: Facts;
  /** Of a decision: whether a rule made it alone, or a person; absent where nobody said. */
  readonly decidedBy?: 'rule' | 'officer';
  /** Of a decision; none of other kinds. */
  readonly grounds: readonly Ground[];
  /** The last progress, when it is told together with the end. */
  readonly before?: Progressed;
}

/** Nothing is held for the step any more: it was cancelled before it finished. */
export type Cancelled = News<'cancelled'>;

/** What the finished step had brought about is taken back. */
export type Undone = News<'undone'>;

/** A finished decision was in error, and says this from now on. */
export interface Corrected extends News<'corrected'> {
  readonly was: Outcome;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly facts: Facts;
  readonly grounds: readonly Ground[];
  /** Why the former one was in error, a code. */
  readonly error: string;
}

/** All that whoever performs a step says of it, whatever its kind. */
export type StepNews = Progressed | Finished | Corrected | Cancelled | Undone;
