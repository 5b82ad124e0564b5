import type { CaseEvent } from '../lifecycle/events';
import type { Ruling } from '../lifecycle/item';
import type { CaseState } from '../lifecycle/state';
import { at, step } from '../../test/given/example';
import type { ItemRules } from './item-rules';
import { entitlementPolicy, recurringIn } from './entitlement-policy';

const rule = () => ({ refused: 'unused', detail: '' });
const recurring: ItemRules['recurring'] = { holder: 'household', period: 'month', paidFrom: 'next-month' };
const policy = entitlementPolicy(
  recurringIn([
    { code: 'plain', rule, recurring },
    { code: 'licence', rule },
  ]),
);

const ruling = (outcome: Ruling['outcome'], facts: Ruling['facts'] = {}): Ruling => ({
  outcome,
  reason: 'conditions-met',
  facts,
  grounds: [],
});
const granted = ruling('granted', { amountCents: 120_000 });
const refused = ruling('refused');

/** What an event of a case sends to the entitlement. */
const sent = (event: object, request = step(), known: object = {}) => {
  const file = { request, known } as never;
  const state = { id: 'LB1/assess', status: 'decided', file } as unknown as CaseState;
  return policy({ at: at('03-20'), ...event } as unknown as CaseEvent, state, 'LB1/assess');
};
const corrected = (was: Ruling, now: Ruling) => ({ type: 'CaseCorrected', was, ruling: now });

test('a grant starts it, with what the case knows', () => {
  const claim = { taken: false, holderId: 'h-1' };
  expect(sent({ type: 'CaseDecided', ruling: granted }, step({ residentId: 'r-1' }), { claim })).toEqual([
    {
      aggregate: 'entitlements',
      id: 'LB1/assess/plain',
      command: {
        type: 'Start',
        cause: 'granted',
        terms: {
          department: 'elderly-care',
          benefit: 'plain',
          caseId: 'LB1/assess',
          holder: { kind: 'household', id: 'h-1' },
          payeeId: 'r-1',
          district: '410105',
          period: 'month',
          from: '2026-04',
          amountFen: 120_000,
        },
      },
    },
  ]);
});

test('a refusal starts nothing, and neither does an item that grants once', () => {
  expect(sent({ type: 'CaseDecided', ruling: refused })).toEqual([]);
  expect(sent({ type: 'CaseDecided', ruling: granted }, step({ item: 'licence' }))).toEqual([]);
});

test('where the rule names the first month, that is it', () => {
  const [start] = sent({ type: 'CaseDecided', ruling: ruling('granted', { amountCents: 1, from: '2026-03' }) });
  expect(start?.command).toMatchObject({ terms: { from: '2026-03' } });
});

test.each([
  ['a revocation revokes it', corrected(granted, refused), { type: 'Revoke', cause: 'revoked' }],
  ['a compensation revokes it', { type: 'CaseCompensated' }, { type: 'Revoke', cause: 'compensated' }],
  [
    'a correction of the sum changes it',
    corrected(granted, ruling('granted', { amountCents: 90_000 })),
    { type: 'Change', from: '2026-04', amountFen: 90_000, cause: 'corrected' },
  ],
])('%s', (_, event, command) => {
  expect(sent(event)).toMatchObject([{ command }]);
});

test('a refusal corrected to a grant starts it', () => {
  expect(sent(corrected(refused, granted))).toMatchObject([{ command: { type: 'Start', cause: 'corrected' } }]);
});
