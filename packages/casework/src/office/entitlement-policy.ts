import { ENTITLEMENTS, type EntitlementCommand } from '@lianban/entitlements';
import { commandTo } from '@lianban/model';
import type { CaseEvent } from '../lifecycle/events';
import type { CaseFile } from '../lifecycle/state';
import type { CasePolicy } from './case-hooks';
import type { ItemRules } from './item-rules';
import { type Decided, type Recurring, grantedTerms } from './recurring';

type RecurringOf = (item: string) => Recurring | undefined;
export const recurringIn = (rules: readonly ItemRules[]): RecurringOf => {
  const all = new Map(rules.map(({ code, recurring }) => [code, recurring]));
  return (item) => all.get(item);
};

/** What a decision, its correction and its compensation mean for the entitlement, in the same transaction. */
export const entitlementPolicy =
  (recurringOf: RecurringOf): CasePolicy =>
  (event, state, id) => {
    if (state.status === 'unreceived') return [];
    const { file } = state;
    const { item } = file.request;
    const recurring = recurringOf(item);
    const command = recurring && commandFor(event, file, recurring, id);
    return command ? [commandTo(ENTITLEMENTS, `${id}/${item}`, command)] : [];
  };

function commandFor(event: CaseEvent, file: CaseFile, of: Recurring, id: string): EntitlementCommand | undefined {
  switch (event.type) {
    case 'CaseDecided':
      return event.ruling.outcome === 'granted' ? start(event, file, of, id, 'granted') : undefined;
    case 'CaseCorrected': {
      if (event.was.outcome === 'refused')
        return event.ruling.outcome === 'granted' ? start(event, file, of, id, 'corrected') : undefined;
      if (event.ruling.outcome === 'refused') return { type: 'Revoke', cause: 'revoked' };
      const { from, amountFen } = grantedTerms(event, file, of, id);
      return { type: 'Change', from, ...(amountFen !== undefined && { amountFen }), cause: 'corrected' };
    }
    case 'CaseCompensated':
      return { type: 'Revoke', cause: 'compensated' };
    default:
      return undefined;
  }
}

const start = (decided: Decided, file: CaseFile, of: Recurring, id: string, cause: string): EntitlementCommand => ({
  type: 'Start',
  terms: grantedTerms(decided, file, of, id),
  cause,
});
