import { addCalendarDays } from '../calendar/shanghai-day';
import type { CaseEvent } from './events';
import { notWhile } from './refusals';
import type { Handler } from './setting';
import { type CaseFile, isOpen } from './state';

/** What another service answered. The first answer stands; one that comes after the end changes nothing. */
export const learn: Handler<'Learn'> = (_setting, state, { name, value }, now) => {
  if (state.status === 'unreceived') return notWhile(state.status);
  if (!isOpen(state) || Object.hasOwn(state.file.known, name)) return [];
  const learnt: CaseEvent = { type: 'FactLearnt', at: now, name, value: value ?? null };
  return isWaiting(state.file, name) ? [{ type: 'WaitEnded', at: now, name, available: true }, learnt] : [learnt];
};

/**
 * The fact will not come: an officer takes over what a rule alone would never finish. When the resident can hand in what it is
 * withheld for, they are asked for that, and the clock stands still as for any supplement 补正.
 */
export const learnFailed: Handler<'LearnFailed'> = (setting, state, { name, why, missing = [] }, now) => {
  if (state.status === 'unreceived') return notWhile(state.status);
  if (!isOpen(state) || isSettled(state.file, name)) return [];
  // Told once more after the resident was asked: the question itself is not open any more.
  if (missing.length > 0 && !state.file.asked.includes(name)) return [];
  if (missing.length > 0 && state.status === 'accepted' && state.file.asked.includes(name)) {
    const until = addCalendarDays(now, setting.supplementDays);
    return [
      { type: 'FactWithheld', at: now, name, why },
      { type: 'CasePaused', at: now, by: 'supplement', reason: 'supplement', until },
      { type: 'SupplementAsked', at: now, missing, answerBy: until, by: 'rule' },
    ];
  }
  const waited: CaseEvent[] = isWaiting(state.file, name)
    ? [{ type: 'WaitEnded', at: now, name, available: false }]
    : [];
  const failed: CaseEvent[] = [...waited, { type: 'FactFailed', at: now, name, why }];
  return state.file.decidedBy === 'rule' ? [...failed, { type: 'CaseHandedOver', at: now, why }] : failed;
};

/** The fact is not there yet; the clock stands still until it is, or until the wait is given up. */
export const wait: Handler<'Wait'> = (_setting, state, { name, reason, until, place }, now) => {
  if (state.status === 'unreceived') return notWhile(state.status);
  if (!isOpen(state) || isSettled(state.file, name)) return [];
  const before = state.file.waits.find((waiting) => waiting.name === name);
  if (before?.reason === reason && before.until.getTime() === until.getTime()) return [];
  return [{ type: 'WaitStarted', at: now, name, reason, until, ...(place !== undefined && { place }) }];
};

const isWaiting = (file: CaseFile, name: string) => file.waits.some((waiting) => waiting.name === name);

const isSettled = (file: CaseFile, name: string) =>
  Object.hasOwn(file.known, name) || Object.hasOwn(file.unavailable, name);
