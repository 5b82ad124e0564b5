import type { Refusal } from '@lianban/model';
import type { Evidence, Facts, Outcome, StepRequest } from '../lifecycle/item';
import type { Recurring } from './recurring';

/** One rule applied to a case. Its words, and the text it comes from, stand in the catalogue under its code. */
export interface CheckedGround {
  readonly code: string;
  /** What fills the places in its words; codes among them have words of their own. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Of the text it comes from. */
  readonly version: string;
  readonly met: boolean;
}

/** What the rules of an item say of a case, in codes. */
export interface Verdict {
  readonly outcome: Outcome;
  /** Coded kebab-case reason: "income-above-line", "conditions-met". */
  readonly reason: string;
  /** What later steps and the resident need: level, amountCents, permitNumber. Never personal details. */
  readonly facts: Facts;
  readonly grounds: readonly CheckedGround[];
}

/** The rules of one item 事项. Pure. Which materials and answers it needs stands in the catalogue, and is checked from there. */
export interface ItemRules {
  readonly code: string;
  /** Codes of what is missing beside the materials and answers of the catalogue. */
  missing?(request: StepRequest): readonly string[];
  /** Names of the facts that must be learnt from elsewhere before ruling: "means", "seat". */
  needs?(request: StepRequest): readonly string[];
  /** Which of the questions that its catalogue entry shares something of are asked in this case: all, unless told. */
  asks?(request: StepRequest): readonly string[];
  /** A refusal means the findings are not usable (an officer left a score out), not that the resident is refused. */
  rule(evidence: Evidence): Verdict | Refusal;
  /** Nothing is decided while something is missing, by an officer either. */
  readonly completeOnly?: boolean;
  /** What it grants is limited in number and goes to the next in line when it is refused: a refusal is not corrected to a grant. */
  readonly isScarce?: boolean;
  /** What it grants is paid again and again: an entitlement starts with the grant. */
  readonly recurring?: Recurring;
  /** Calendar days of public notice 公示 before a favourable ruling becomes the decision. */
  readonly noticeDays?: number;
  /** Working days by which the head may extend the limit once (行政许可法 art. 42: 10, joint handling 15). */
  readonly extensionDays?: number;
}
