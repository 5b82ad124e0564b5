import { isRefusal } from '@lianban/model';
import {
  type Entitlement,
  type EntitlementCommand,
  type EntitlementEvent,
  type EntitlementState,
  type Terms,
  entitlement,
  isStarted,
} from '../src/index';

export const at = (day: string): Date => new Date(`${day}T10:00:00+08:00`);

export const terms = (more: Partial<Terms> = {}): Terms => ({
  department: 'social-welfare',
  benefit: 'age-allowance',
  caseId: 'LB-1/allowance',
  holder: { kind: 'person', id: 'r-1' },
  payeeId: 'r-1',
  district: '410105',
  period: 'month',
  from: '2026-04',
  amountFen: 10_000,
  ...more,
});

/** What a refusal leaves as it was. */
export function after(
  state: EntitlementState,
  command: EntitlementCommand,
  now: Date,
): { readonly state: EntitlementState; readonly events: readonly EntitlementEvent[] } {
  const events = entitlement.decide(command, state, now);
  return isRefusal(events) ? { state, events: [] } : { state: events.reduce(entitlement.evolve, state), events };
}

/** Started on a day, then what happens on further days; what comes by itself comes in between. */
export function lived(
  more: Partial<Terms>,
  ...acts: readonly (readonly [day: string, command: EntitlementCommand])[]
): Entitlement {
  let state: EntitlementState = entitlement.initial('e-1');
  state = after(state, { type: 'Start', terms: terms(more), cause: 'granted' }, at('2026-03-10')).state;
  for (const [day, command] of acts) {
    state = after(state, { type: 'Wake' }, at(day)).state;
    state = after(state, command, at(day)).state;
  }
  if (!isStarted(state)) throw new Error('it has not started');
  return state;
}
