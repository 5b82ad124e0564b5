import { isRefusal, refuse } from '@lianban/model';
import { onOldFacts } from './fact-age';
import { answerable, withdrawable } from './four-eyes';
import { notWhile } from './refusals';
import { applyRule, conclude, ruleSaysOtherwise } from './ruling';
import type { Handler } from './setting';
import { awaited } from './state';

/** The second person approves: the rule is applied once more, because time has passed since it was asked. */
export const approveDecision: Handler<'ApproveDecision'> = (setting, state, { officer }, now) => {
  if (state.status === 'unreceived') return notWhile(state.status);
  const { file } = state;
  const ask = answerable('decision', file.decisionAsk, officer);
  if (isRefusal(ask)) return ask;
  if (state.status !== 'accepted') return notWhile(state.status);
  const item = setting.item(file.request);
  if (!item) return refuse('unknown-item', 'This department has no rule for the item any more.');
  const open = awaited(file);
  if (open.length > 0) return refuse('facts-still-awaited', `Other services have not said yet: ${open.join(', ')}.`);
  const old = onOldFacts(item, file, now);
  if (old) return old;
  const { findings, askedBy } = ask;
  const ruling = applyRule(item, file, findings, now);
  if (isRefusal(ruling)) return ruling;
  if (ruling.outcome === 'refused') return ruleSaysOtherwise(ruling.reason);
  if (JSON.stringify(ruling.facts) !== JSON.stringify(ask.ruling.facts)) return changedSince;
  return [conclude(item, ruling, { decidedBy: 'officer', officer: askedBy, approvedBy: officer, findings }, now)];
};

const changedSince = refuse(
  'facts-changed',
  'What others say has changed since this was asked, and with it what would be granted: decline it, so that it is examined again.',
);

export const refuseDecision: Handler<'RefuseDecision'> = (_setting, state, { officer }, now) => {
  if (state.status === 'unreceived') return notWhile(state.status);
  const ask = answerable('decision', state.file.decisionAsk, officer);
  return isRefusal(ask) ? ask : [{ type: 'DecisionDeclined', at: now, officer }];
};

/** Whoever asked takes it back, as long as nobody has answered. */
export const withdrawAsk: Handler<'WithdrawAsk'> = (_setting, state, { officer, about }, now) => {
  if (state.status === 'unreceived') return notWhile(state.status);
  const { extension, decisionAsk: decision, correctionAsk: correction } = state.file;
  const ask = { extension, decision, correction }[about];
  if (ask?.status === 'withdrawn' && ask.askedBy === officer) return [];
  return withdrawable(about, ask, officer) ?? [{ type: 'AskWithdrawn', at: now, about, officer }];
};
