import { CLAIM } from './claim-fact';
import { type Limits, accepted, limitsIn } from './clock';
import type { AskWithdrawn, Author, CaseCorrected, ReviewOpened } from './events';
import { withoutOpenAsks } from './decision-ask';
import { answeredAsk } from './four-eyes';
import type { Ruling } from './item';
import type { CaseFile, Pause } from './state';

/** In nobody's hands. */
export const nobodys = (file: CaseFile): CaseFile => {
  const { holder, ...rest } = file;
  return holder === undefined ? file : rest;
};

/** Nobody has it in hand, and no officer of before is bound by what the rule said. What it had claimed was given up: it is asked anew. */
export const reviewed = (file: CaseFile, reviewOf: Ruling, event: ReviewOpened): CaseFile => ({
  ...nobodys(file),
  decidedBy: 'officer',
  handedOver: 'review-asked',
  asked: file.asked.filter((name) => name !== CLAIM),
  known: without(file.known, CLAIM),
  unavailable: without(file.unavailable, CLAIM),
  reviewOf,
  objections: [...file.objections, event.objection],
  clock: { acceptedAt: event.at, pauses: [], extendedBy: 0, ...limitsIn(event) },
});

export const resumed = (file: CaseFile, pause: Pause | undefined, event: Limits & { readonly at: Date }): CaseFile => {
  const { acceptedAt, pauses, extendedBy } = accepted(file);
  const excluded = pause ? [...pauses, { from: pause.since, to: event.at, reason: pause.reason }] : pauses;
  return { ...file, clock: { acceptedAt, pauses: excluded, extendedBy, ...limitsIn(event) } };
};

/** Nothing is asked again after a notice any more. */
export const confirmed = (file: CaseFile): CaseFile => {
  const { confirming, ...rest } = file;
  return confirming ? rest : file;
};

/** Nothing is left to approve; a decision that a second person approved names them. */
export const concluded = (file: CaseFile, { approvedBy, at }: Author & { readonly at: Date }): CaseFile => {
  const rest = confirmed(file);
  return withoutOpenAsks(
    approvedBy !== undefined && rest.decisionAsk?.status === 'asked'
      ? { ...rest, decisionAsk: answeredAsk(rest.decisionAsk, 'approved', { officer: approvedBy, at }) }
      : rest,
  );
};

/** Two people put the decision right: it is a person's from now on, and says how it came to be. */
export const corrected = (
  file: CaseFile,
  { at, was, reason, officer: askedBy, approvedBy }: CaseCorrected,
): CaseFile => ({
  ...file,
  decidedBy: 'officer',
  officer: approvedBy,
  correctionAsk: answeredAsk(file.correctionAsk, 'approved', { officer: approvedBy, at }),
  corrections: [...(file.corrections ?? []), { at, reason, was: was.outcome, askedBy, approvedBy }],
});

export const withdrawn = (file: CaseFile, event: AskWithdrawn): CaseFile => {
  switch (event.about) {
    case 'extension':
      return { ...file, extension: answeredAsk(file.extension, 'withdrawn', event) };
    case 'decision':
      return { ...file, decisionAsk: answeredAsk(file.decisionAsk, 'withdrawn', event) };
    case 'correction':
      return { ...file, correctionAsk: answeredAsk(file.correctionAsk, 'withdrawn', event) };
  }
};

/** Whoever acts on a case nobody holds has it in hand from then on. */
export const signed = (file: CaseFile, { officer }: { readonly officer?: string }): CaseFile =>
  officer === undefined ? file : { ...file, officer, holder: file.holder ?? officer };
export const waitsBut = (file: CaseFile, name: string) => file.waits.filter((wait) => wait.name !== name);
export const unavailable = (file: CaseFile, name: string, why: string): CaseFile => ({
  ...file,
  unavailable: { ...file.unavailable, [name]: why },
});
/** Too old to decide on: it is asked as if it never had been. */
export const forgotten = (file: CaseFile, name: string): CaseFile => ({
  ...file,
  asked: file.asked.filter((each) => each !== name),
  known: without(file.known, name),
  learntAt: without(file.learntAt ?? {}, name),
});
export const without = <V>(record: Readonly<Record<string, V>>, name: string) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
