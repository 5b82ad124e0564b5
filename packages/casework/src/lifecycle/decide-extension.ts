import { type Refusal, isRefusal, refuse } from '@lianban/model';
import { type Limits, accepted, limitsOf } from './clock';
import { openAsk } from './extension';
import { answerable } from './four-eyes';
import { decidedByRule, notWhile, uncoded } from './refusals';
import type { Handler, Setting } from './setting';
import type { CaseAt, CaseState } from './state';

/** Whoever examines the case asks, with the reason told; the limits stay as they are until somebody else approves. */
export const askExtension: Handler<'AskExtension'> = (setting, state, { officer, days, reason }, now) => {
  if (state.status !== 'accepted') return notWhile(state.status);
  const { file } = state;
  if (file.decidedBy === 'rule') return decidedByRule;
  const open = openAsk(file);
  if (open && open.days === days && open.reason === reason && open.askedBy === officer) return [];
  if (open)
    return refuse('extension-already-asked', 'An extension waits for approval: it is answered before another one.');
  const most = setting.item(file.request)?.extensionDays ?? 10;
  if (!Number.isInteger(days) || days < 1 || days > most) {
    return refuse('extension-out-of-range', `Extend by 1 to ${most} working days.`, '/days');
  }
  const limits = extended(setting, state, days, now);
  if (isRefusal(limits)) return limits;
  return uncoded(reason) ?? [{ type: 'ExtensionAsked', at: now, days, reason, officer }];
};

/** Both limits move, once, before they pass. */
export const approveExtension: Handler<'ApproveExtension'> = (setting, state, { officer }, now) => {
  const ask = askIn(state, officer);
  if (isRefusal(ask)) return ask;
  if (state.status !== 'accepted') return notWhile(state.status);
  const { days, reason, askedBy } = ask;
  const limits = extended(setting, state, days, now);
  if (isRefusal(limits)) return limits;
  return [{ type: 'CaseExtended', at: now, days, reason, askedBy, officer, ...limits }];
};

export const refuseExtension: Handler<'RefuseExtension'> = (_setting, state, { officer }, now) => {
  const ask = askIn(state, officer);
  return isRefusal(ask) ? ask : [{ type: 'ExtensionRefused', at: now, officer }];
};

/** The open ask, for somebody else than whoever asked. */
const askIn = (state: CaseState, officer: string) => {
  if (state.status === 'unreceived') return notWhile(state.status);
  return answerable('extension', state.file.extension, officer);
};

const extended = (setting: Setting, { file }: CaseAt<'accepted'>, days: number, now: Date): Limits | Refusal => {
  const { acceptedAt, pauses, extendedBy, statutoryAt } = accepted(file);
  if (extendedBy > 0) return refuse('already-extended', 'The limits can be extended only once.');
  if (statutoryAt && now > statutoryAt)
    return refuse('limit-passed', 'The limit has passed: it cannot be extended now.');
  return limitsOf({ acceptedAt, pauses, extendedBy: days }, file.request, setting.workingDays);
};
