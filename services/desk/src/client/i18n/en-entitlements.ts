import type { entitlementsZh } from './zh-entitlements';

/** What cases granted that recurs, and what officers do about it. */
export const entitlementsEn: Readonly<Record<keyof typeof entitlementsZh, string>> = {
  entitlements: 'Benefits',
  entitlementsLead:
    'What must be looked at again, the earliest day first. Open the case to act; no names are shown here.',
  noneDue: 'Nothing must be looked at.',
  lookBy: 'Look at it by',
  entitlementStatus: 'Status',
  paidFrom: 'Paid from',
  more: 'More',
  amountNow: 'Amount now',
  notCounted: 'set elsewhere',
  overpaidSum: 'Overpaid',
  suspendedFrom: 'Suspended from {from}: {cause}',
  stoppedFrom: 'Stopped from {from}: {cause}',
  actConfirm: 'Looked at: nothing changed',
  actSuspend: 'Suspend',
  actStop: 'Stop',
  actResume: 'Resume',
  fromMonth: 'From which month (YYYY-MM)',
  payArrears: 'Pay the months between',
  actAsked: '{officer} asked on {when} to {act}, from {from}: {cause}. Another supervisor approves it.',
};
