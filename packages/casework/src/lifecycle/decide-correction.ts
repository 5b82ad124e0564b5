import { type Refusal, isRefusal, refuse } from '@lianban/model';
import { addCalendarDays } from '../calendar/shanghai-day';
import type { CommandOf } from './commands';
import { CORRECTION_ASK_DAYS, type CorrectionAsk, MOST_CORRECTIONS, openCorrection } from './correction';
import { answerable } from './four-eyes';
import type { Facts, Item, Ruling } from './item';
import { notWhile, uncoded } from './refusals';
import { applyRule, refusedByOfficer, ruleSaysOtherwise } from './ruling';
import type { Handler, Setting } from './setting';
import type { CaseAt, CaseState } from './state';

type Wanted = Pick<CommandOf<'AskCorrection'>, 'outcome' | 'reason' | 'findings'>;

/** One supervisor asks: nothing has changed yet, also for whoever hears of the case. */
export const askCorrection: Handler<'AskCorrection'> = (setting, state, { officer, ...wanted }, now) => {
  const decided = decidedIn(state);
  if (isRefusal(decided)) return decided;
  const open = openCorrection(decided.file);
  if (open) return isAskedAlready(open, officer, wanted) ? [] : askedAlready;
  const uncodedReason = uncoded(wanted.reason);
  if (uncodedReason) return uncodedReason;
  if ((decided.file.corrections ?? []).length >= MOST_CORRECTIONS) return tooMany;
  const ruling = correctedRuling(setting, decided, wanted, now);
  if (isRefusal(ruling)) return ruling;
  const { reason, findings } = wanted;
  const until = addCalendarDays(now, CORRECTION_ASK_DAYS);
  return [{ type: 'CorrectionAsked', at: now, ruling, reason, findings, until, officer }];
};

/** The second one approves: the rule is applied once more, because time has passed since it was asked. */
export const approveCorrection: Handler<'ApproveCorrection'> = (setting, state, { officer }, now) => {
  if (state.status === 'unreceived') return notWhile(state.status);
  const ask = answerable('correction', state.file.correctionAsk, officer);
  if (isRefusal(ask)) return ask;
  const decided = decidedIn(state);
  if (isRefusal(decided)) return decided;
  const { reason, findings, askedBy } = ask;
  const ruling = correctedRuling(setting, decided, { outcome: ask.ruling.outcome, reason, findings }, now);
  if (isRefusal(ruling)) return ruling;
  const was = decided.ruling;
  const kept = { ...decided.findings, ...findings };
  return [
    { type: 'CaseCorrected', at: now, was, ruling, reason, findings: kept, officer: askedBy, approvedBy: officer },
  ];
};

export const refuseCorrection: Handler<'RefuseCorrection'> = (_setting, state, { officer }, now) => {
  if (state.status === 'unreceived') return notWhile(state.status);
  const ask = answerable('correction', state.file.correctionAsk, officer);
  return isRefusal(ask) ? ask : [{ type: 'CorrectionDeclined', at: now, officer }];
};

const decidedIn = (state: CaseState): CaseAt<'decided'> | Refusal => {
  if (state.status === 'decided') return state;
  const isOver = state.status === 'unreceived' || state.status === 'cancelled' || state.status === 'compensated';
  return isOver ? notWhile(state.status) : notDecided;
};

const correctedRuling = (
  setting: Setting,
  state: CaseAt<'decided'>,
  { outcome, reason, findings }: Wanted,
  now: Date,
): Ruling | Refusal => {
  if (outcome === 'refused')
    return state.ruling.outcome === 'granted' ? refusedByOfficer(reason, undefined) : nothingCorrected;
  const item = setting.item(state.file.request);
  if (!item) return refuse('unknown-item', 'This department has no rule for the item any more.');
  return (
    (state.ruling.outcome === 'refused' ? notToBeGranted(item) : undefined) ?? granting(item, state, findings, now)
  );
};

/**
 * A refusal may not become a grant by two people alone where others have a say: the public 公示, or who waited for the same seat and
 * has it by now. The resident applies anew there.
 */
const notToBeGranted = ({ noticeDays = 0, isScarce = false }: Item): Refusal | undefined => {
  if (noticeDays > 0)
    return refuse('notice-needed', 'This item is granted after a public notice only: the resident applies anew.');
  return isScarce
    ? refuse('given-away', 'What was refused may have gone to the next in line: the resident applies anew.')
    : undefined;
};

/** Corrected findings stand in for those of before, for answers and for known facts, as in a review. */
const granting = (item: Item, state: CaseAt<'decided'>, findings: Facts, now: Date): Ruling | Refusal => {
  const file = { ...state.file, reviewOf: state.file.reviewOf ?? state.ruling };
  const ruling = applyRule(item, file, { ...state.findings, ...findings }, now);
  if (isRefusal(ruling)) return ruling;
  if (ruling.outcome === 'refused') return ruleSaysOtherwise(ruling.reason);
  const isSame =
    state.ruling.outcome === 'granted' && JSON.stringify(ruling.facts) === JSON.stringify(state.ruling.facts);
  return isSame ? nothingCorrected : ruling;
};

const isAskedAlready = (ask: CorrectionAsk, officer: string, { outcome, reason, findings }: Wanted) =>
  ask.askedBy === officer &&
  ask.ruling.outcome === outcome &&
  ask.reason === reason &&
  JSON.stringify(ask.findings) === JSON.stringify(findings);

const askedAlready = refuse(
  'correction-already-asked',
  'A correction of this decision waits for approval: it is answered or withdrawn before another one.',
);
const tooMany = refuse('corrected-too-often', `A decision is corrected at most ${MOST_CORRECTIONS} times.`);
const notDecided = refuse('not-decided', 'The case is not decided yet: there is no decision to correct.');
const nothingCorrected = refuse('nothing-corrected', 'The decision says this already: there is nothing to correct.');
