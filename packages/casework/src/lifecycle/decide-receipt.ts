import { addCalendarDays } from '../calendar/shanghai-day';
import { acceptBy } from './acceptance';
import type { CaseEvent } from './events';
import { supplemented, suppliedSince } from './evolve';
import type { Missing } from './item';
import { notWhile } from './refusals';
import { refuse } from '@lianban/model';
import { plainRefusal } from './ruling';
import type { Handler } from './setting';
import { isOpen } from './state';

/**
 * A step of an application arrives; everything missing is told at once (行政许可法 art. 32). An item the department does not
 * offer is received and refused with "item-not-offered", so that the application gets an answer instead of a silence.
 */
export const receiveStep: Handler<'ReceiveStep'> = (setting, state, { request }, now) => {
  if (state.status !== 'unreceived') return [];
  const receivedAt = request.requestedAt < now ? request.requestedAt : now;
  const received: CaseEvent = {
    type: 'CaseReceived',
    at: now,
    request,
    receivedAt,
    ...acceptBy(setting, request.decidedBy, receivedAt),
  };
  const item = setting.item(request);
  if (!item) {
    return [received, { type: 'CaseDecided', at: now, ruling: plainRefusal('item-not-offered'), decidedBy: 'rule' }];
  }
  const missing = item.missing(request);
  if (missing.length === 0) return [received];
  const answerBy = addCalendarDays(now, setting.supplementDays);
  return [received, { type: 'SupplementAsked', at: now, missing, answerBy, by: 'rule' }];
};

/**
 * The resident supplements 补正. Before acceptance the item says again what is missing: for what had been asked already
 * the first deadline stands, so incomplete answers cannot put it off for ever. After acceptance the officer looks. What was
 * asked for counts as there since it was handed in, however late it is read; and what comes late is taken while nothing is decided.
 */
export const provideSupplement: Handler<'ProvideSupplement'> = (setting, state, command, now) => {
  if (!isOpen(state)) return notWhile(state.status);
  const providedAt = command.providedAt ?? now;
  const last = state.file.suppliedAt;
  if (command.providedAt && last && providedAt <= last) return [];
  if (state.status !== 'supplement') return refuse('nothing-asked', 'The case waits for no supplement.');

  const { answers, materials } = command;
  const { providedBy } = command;
  const by = providedBy ? { providedBy } : {};
  const given = { type: 'SupplementGiven', at: now, answers, materials, providedAt, ...by } as const;
  if (state.pause) return [given];
  const request = supplemented(state.file.request, command);
  const missing = setting.item(request)?.missing(request) ?? [];
  const completeAt = suppliedSince(state.askedAt, providedAt, now);
  if (missing.length === 0) return [{ ...given, ...acceptBy(setting, state.file.decidedBy, completeAt) }];
  const firstStands = state.answerBy > now && isSubset(missing, state.missing);
  const answerBy = firstStands ? state.answerBy : addCalendarDays(now, setting.supplementDays);
  return [given, { type: 'SupplementAsked', at: now, missing, answerBy, by: 'rule' }];
};

const isSubset = (some: readonly Missing[], all: readonly Missing[]) =>
  some.every(({ code }) => all.some((known) => known.code === code));
