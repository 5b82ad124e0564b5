import type { Refusal } from '@lianban/model';
import type { Facts, Ground, Missing, Outcome } from '@lianban/steps';

export type { Facts, Ground, Missing, Outcome };

/** A material 材料 handed in, with its trust grade (国办函〔2016〕108号): A e-sealed, B checked at a window, C copy, D promise. */
export interface Material {
  readonly code: string;
  readonly grade: string;
  readonly reference: string;
  /** The grade the catalogue asks for: A to C for a paper, D where a promise is enough. Absent for what is in no catalogue. */
  readonly asked?: string | undefined;
  /** When a supplement brought it. Absent for what came with the application, and in cases supplemented before this was noted. */
  readonly handedInAt?: Date;
}

/** What one application asks of one department: the content of casework.v1.StepRequested. */
export interface StepRequest {
  readonly applicationNumber: string;
  readonly step: string;
  readonly item: string;
  /** Of the item, in the catalogue. Absent in cases received before it was told: the newest. */
  readonly itemVersion?: number;
  readonly department: string;
  /** Who applied, or on whose behalf somebody did. */
  readonly residentId: string;
  /** Whom it is about, when that is another registered person: a child, somebody who died. */
  readonly subjectId?: string;
  readonly district: string;
  readonly answers: Facts;
  /** Outcome and facts of the earlier steps this one needs, by step: { outcome: 'granted', ...facts }. */
  readonly earlier: Facts;
  readonly materials: readonly Material[];
  readonly decidedBy: 'rule' | 'officer';
  /** Working days; 0 where the law counts calendar days. */
  readonly statutoryDays: number;
  /** Calendar days 日, where the law counts those. */
  readonly statutoryCalendarDays?: number;
  /** Working days. */
  readonly promisedDays: number;
  readonly requestedAt: Date;
  /** Whoever applied in the person's name: the agent, the officer at the counter. Absent in cases received before it was told. */
  readonly filedBy?: readonly string[];
  /** The proof to registers that the case is the department's. Absent where it may ask nothing by its duty. */
  readonly capability?: string;
}

export interface Ruling {
  readonly outcome: Outcome;
  /** Coded kebab-case reason: "income-above-line", "conditions-met". */
  readonly reason: string;
  /** What later steps and the resident need: level, amountCents, permitNumber. Never personal details. */
  readonly facts: Facts;
  readonly grounds: readonly Ground[];
}

/** What an item's rule may look at. */
export interface Evidence {
  readonly request: StepRequest;
  /** Facts learnt from elsewhere, by the name given in `needs`. */
  readonly known: Facts;
  /** What an officer found (26 scores, an inspection); empty when a rule decides alone. */
  readonly findings: Facts;
  readonly now: Date;
}

/** One item 事项 of a department: its rule and what the case needs before the rule can be applied. Pure. */
export interface Item {
  readonly code: string;
  /** Everything that is missing, at once (行政许可法 art. 32). */
  missing(request: StepRequest): readonly Missing[];
  /** Names of the facts that must be learnt from elsewhere before ruling: "means", "seat". */
  needs(request: StepRequest): readonly string[];
  /** Those of them that are asked of another service, and can be asked again when they have become old. */
  readonly questions?: readonly string[];
  /** A refusal means the findings are not usable (an officer left a score out), not that the resident is refused. */
  rule(evidence: Evidence): Ruling | Refusal;
  /** Whether an officer grants this only with another person's approval: more money than the department's line. */
  needsSecondPerson?(ruling: Ruling, now: Date): boolean;
  /** What it grants is limited in number and goes to the next in line when it is refused. */
  readonly isScarce?: boolean;
  /** Calendar days of public notice 公示 before a favourable ruling becomes the decision. */
  readonly noticeDays?: number;
  /** Working days by which the head may extend the limit once (行政许可法 art. 42: 10, joint handling 15). */
  readonly extensionDays?: number;
}
