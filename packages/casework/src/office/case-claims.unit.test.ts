import type { Entitlement, EntitlementEvent } from '@lianban/entitlements';
import { at } from '../../test/given/example';
import { claimRequests, entitlementClaims } from './case-claims';
import type { Recurring } from './recurring';

const recurring: Recurring = { holder: 'household', period: 'month', paidFrom: 'next-month' };
const holder = { kind: 'household', id: 'h-1' };
const entitlement = { benefit: 'plain', caseId: 'LB1/assess', holder, payeeId: 'r-1' } as unknown as Entitlement;
const claim = { benefit: 'plain', caseId: 'LB1/assess', residentId: 'r-1', ofHousehold: true, at: at('03-20') };
const raised = (event: object, of = recurring) =>
  entitlementClaims(() => of)({ at: at('03-20'), cause: 'x', ...event } as EntitlementEvent, entitlement);

test('what stops gives the claim up, from the first month that is not paid', () => {
  expect(raised({ type: 'EntitlementStopped', from: '2026-04' })).toEqual([
    { name: 'benefit-release', input: { ...claim, freeFrom: '2026-04' } },
  ]);
});

test('what goes on claims again, and stops where another case has it by then', () => {
  const [asked] = raised({ type: 'EntitlementResumed', from: '2026-06', arrears: true });
  expect(asked).toEqual({ name: 'benefit-reclaim', input: { ...claim, from: '2026-06' } });
  const { onReply } = claimRequests['benefit-reclaim']!;
  const stop = { type: 'Stop', from: '2026-06', cause: 'already-granted' };
  expect(onReply({ taken: true, number: 'LB2' }, asked!.input)).toEqual(stop);
  expect(onReply({ taken: false, number: '' }, asked!.input)).toEqual({ type: 'Wake' });
});

test('an item that sees to its claim itself asks nothing of it', () => {
  expect(raised({ type: 'EntitlementStopped', from: '2026-04' }, { ...recurring, ownClaim: true })).toEqual([]);
});
