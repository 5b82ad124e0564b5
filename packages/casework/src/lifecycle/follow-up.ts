import { isRefusal } from '@lianban/model';
import { acceptance } from './acceptance';
import { limitsAfter } from './clock';
import type { CaseEvent } from './events';
import { evolveAll } from './evolve';
import { isOverdue } from './decision-ask';
import { isOutlived } from './extension';
import { outdated } from './fact-age';
import { afterNotice } from './notice-end';
import { applyRule, conclude } from './ruling';
import type { Setting } from './setting';
import { type CaseAt, type CaseFile, type CaseState, type Pause, awaited } from './state';
import { hasUnseenPaper } from './unseen-paper';

/**
 * What follows by itself from where the case stands, until it waits for somebody or is closed. So every command says
 * only its own event; what it sets going is the same whichever command it was.
 */
export const followUp = (setting: Setting, from: CaseState, now: Date): readonly CaseEvent[] => {
  const events: CaseEvent[] = [];
  for (let state = from; ;) {
    const next = nextByItself(setting, state, now);
    if (next.length === 0) return events;
    events.push(...next);
    state = evolveAll(state, next);
  }
};

const nextByItself = (setting: Setting, state: CaseState, now: Date): readonly CaseEvent[] => {
  switch (state.status) {
    case 'received':
      return afterReceipt(setting, state, now);
    case 'accepted':
      return afterAcceptance(setting, state, now);
    case 'paused':
      return isOver(state.pause, state.file) ? [resume(setting, state.file, state.pause, now)] : [];
    case 'notice':
      return afterNotice(setting, state, now);
    default:
      return [];
  }
};

/** A rule accepts at once. */
const afterReceipt = (setting: Setting, { file, acceptBy }: CaseAt<'received'>, now: Date) =>
  file.decidedBy === 'rule' || !acceptBy
    ? [acceptance(setting, file, { at: now, acceptedAt: now, deemed: false })]
    : [];

const afterAcceptance = (setting: Setting, { file }: CaseAt<'accepted'>, now: Date): readonly CaseEvent[] => {
  if (isOutlived(file, now)) return [{ type: 'ExtensionLapsed', at: now }];
  if (isOverdue(file, now)) return [{ type: 'DecisionAskLapsed', at: now }];
  const item = setting.item(file.request);
  const needed = new Set(item?.needs(file.request));
  const unasked = [...needed].filter((name) => !file.asked.includes(name) && !Object.hasOwn(file.known, name));
  if (unasked.length > 0) return unasked.map((name) => ({ type: 'FactAsked', at: now, name }));
  const longest = [...file.waits].sort((a, b) => b.until.getTime() - a.until.getTime())[0];
  if (longest) return [{ type: 'CasePaused', at: now, by: 'wait', reason: longest.reason, until: longest.until }];
  if (file.decidedBy === 'officer' || awaited(file).length > 0) return [];
  if (!item) return [{ type: 'CaseHandedOver', at: now, why: 'item-not-offered' }];
  const old = outdated(item, file, now);
  if (old.length > 0) return old;
  const ruling = applyRule(item, file, {}, now);
  if (isRefusal(ruling)) return [{ type: 'CaseHandedOver', at: now, why: ruling.refused }];
  if (ruling.outcome === 'granted' && hasUnseenPaper(file.request))
    return [{ type: 'CaseHandedOver', at: now, why: 'paper-unseen' }];
  return [conclude(item, ruling, { decidedBy: 'rule' }, now)];
};

/** An officer's pause ends by the officer; the others when what they waited for has come. */
const isOver = (pause: Pause, file: CaseFile) => {
  switch (pause.by) {
    case 'officer':
      return false;
    case 'wait':
      return file.waits.length === 0;
    case 'supplement':
    case 'notice':
      return true;
  }
};

const resume = (setting: Setting, file: CaseFile, pause: Pause, now: Date): CaseEvent => ({
  type: 'CaseResumed',
  at: now,
  ...limitsAfter(file, pause.since, now, setting.workingDays),
});
