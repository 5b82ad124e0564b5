import { type Refusal, isRefusal, refuse } from '@lianban/model';
import { addCalendarDays } from '../calendar/shanghai-day';
import type { CommandOf } from './commands';
import { DECISION_ASK_DAYS, type DecisionAsk, openDecision } from './decision-ask';
import type { CaseEvent } from './events';
import { onOldFacts } from './fact-age';
import type { Ruling } from './item';
import { decidedByRule, notWhile, uncoded } from './refusals';
import { applyRule, conclude, refusedByOfficer, ruleSaysOtherwise } from './ruling';
import type { Handler, Setting } from './setting';
import { type CaseAt, awaited } from './state';

type Decide = CommandOf<'Decide'>;

/**
 * An officer decides. Granting needs the item's rule to agree on the officer's findings; refusing needs a coded reason,
 * and may go against the rule. A case not accepted yet can be refused (不予受理), not granted.
 */
export const decideCase: Handler<'Decide'> = (setting, state, command, now) => {
  switch (state.status) {
    case 'received':
      return command.outcome === 'refused' ? refuseUnaccepted(command, now) : notWhile(state.status);
    case 'accepted':
      return state.file.decidedBy === 'rule' ? decidedByRule : decideAccepted(setting, state, command, now);
    case 'notice':
    case 'decided':
      return isRepeated(command, state) ? [] : notWhile(state.status);
    default:
      return notWhile(state.status);
  }
};

const refuseUnaccepted = ({ officer, reason }: Decide, now: Date): readonly CaseEvent[] | Refusal =>
  uncoded(reason) ?? [
    { type: 'CaseDecided', at: now, ruling: refusedByOfficer(reason, undefined), decidedBy: 'officer', officer },
  ];

const decideAccepted = (
  setting: Setting,
  { file }: CaseAt<'accepted'>,
  command: Decide,
  now: Date,
): readonly CaseEvent[] | Refusal => {
  const item = setting.item(file.request);
  if (!item) return refuse('unknown-item', 'This department has no rule for the item any more.');
  const asked = openDecision(file);
  if (asked) return isAskedAlready(command, asked) ? [] : decisionAsked;
  const open = awaited(file);
  if (open.length > 0) {
    return refuse('facts-still-awaited', `Other services have not said yet: ${open.join(', ')}. Wait for them.`);
  }
  const old = onOldFacts(item, file, now);
  if (old) return old;
  const rule = applyRule(item, file, command.findings, now);
  const ruling = command.outcome === 'granted' ? granting(rule) : refusing(command, rule);
  if (isRefusal(ruling)) return ruling;
  const { officer, findings } = command;
  if (ruling.outcome === 'granted' && item.needsSecondPerson?.(ruling, now)) {
    return [
      { type: 'DecisionAsked', at: now, ruling, findings, until: addCalendarDays(now, DECISION_ASK_DAYS), officer },
    ];
  }
  return [conclude(item, ruling, { decidedBy: 'officer', officer, findings }, now)];
};

const decisionAsked = refuse(
  'decision-already-asked',
  'A decision waits for approval: it is answered or withdrawn before another one.',
);

const isAskedAlready = ({ officer, outcome, findings }: Decide, ask: DecisionAsk) =>
  outcome === 'granted' && ask.askedBy === officer && JSON.stringify(findings) === JSON.stringify(ask.findings);

const granting = (rule: Ruling | Refusal): Ruling | Refusal =>
  isRefusal(rule) || rule.outcome === 'granted' ? rule : ruleSaysOtherwise(rule.reason);

/** Findings that are there must be usable; a resident who never came can be refused without any. */
const refusing = ({ reason, findings }: Decide, rule: Ruling | Refusal): Ruling | Refusal => {
  if (isRefusal(rule)) {
    return Object.keys(findings).length > 0 ? rule : (uncoded(reason) ?? refusedByOfficer(reason, undefined));
  }
  if (rule.outcome === 'refused' && (reason === '' || reason === rule.reason)) return rule;
  return uncoded(reason) ?? refusedByOfficer(reason, rule);
};

const isRepeated = (command: Decide, { ruling, officer }: CaseAt<'notice' | 'decided'>) =>
  command.officer === officer &&
  command.outcome === ruling.outcome &&
  (command.outcome === 'granted' || command.reason === '' || command.reason === ruling.reason);
