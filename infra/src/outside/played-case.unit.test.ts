import { casework } from '@lianban/protos';
import { type Asked, PlayedCase } from './played-case';

const { v1 } = casework;
const at = (second: number) => new Date(`2026-03-02T01:00:${String(second).padStart(2, '0')}Z`);
const plays = [
  {
    item: 'account',
    afterSeconds: 2,
    facts: { paymentNumber: 'HF-{number}', paid: true },
    refused: { answer: 'account', is: '0', reason: 'no-such-account' },
  },
];
const ref = { applicationNumber: 'LB1', step: 'fund', item: 'account', department: 'housing-fund' };
const requested = (answers = {}, item = 'account'): Asked => ({
  type: 'requested',
  request: v1.StepRequested.fromPartial({
    ...{ ref: { ...ref, item }, answers, requestedAt: at(0), promisedDays: 2, statutoryCalendarDays: 3 },
    decidedBy: v1.DecidedBy.OFFICER,
  }),
});
const told = (said: readonly { type: string; sequence: number }[]) =>
  said.map(({ type, sequence }) => `${sequence} ${type}`);

test('it accepts at once, with its limits, and decides after a while, with the facts of its file', () => {
  const one = new PlayedCase(plays);
  const [accepted] = one.hear(requested());
  // 2026-03-02 is a Monday: two working days, and three days.
  expect(accepted).toMatchObject({
    type: 'StepAccepted',
    value: {
      ref,
      acceptedAt: at(0),
      promisedAt: new Date('2026-03-04T15:59:59.999Z'),
      statutoryAt: new Date('2026-03-05T15:59:59.999Z'),
    },
  });
  expect([one.isOpen, one.afterMs]).toEqual([true, 2000]);
  const [decided] = one.decide();
  expect(decided).toMatchObject({
    sequence: 2,
    at: at(2),
    value: { outcome: v1.Outcome.GRANTED, facts: { paymentNumber: 'HF-LB1', paid: true }, decidedAt: at(2) },
  });
  expect(one.decide()).toEqual([]);
});

test.each([
  ['the marked answer', requested({ account: '0' }), 'no-such-account'],
  ['an item it does not have', requested({}, 'pension'), 'item-not-offered'],
])('%s is refused', (_, asked, reason) => {
  const one = new PlayedCase(plays);
  one.hear(asked);
  expect(one.decide()).toMatchObject([{ value: { outcome: v1.Outcome.REFUSED, reason, facts: {} } }]);
  expect(one.hear({ type: 'compensated', at: at(9) })).toEqual([]);
});

test('let go of in time it says so; too late, the decision was its answer', () => {
  const early = new PlayedCase(plays);
  early.hear(requested());
  expect(told(early.hear({ type: 'cancelled', at: at(1) }))).toEqual(['2 StepCancelled']);
  expect(early.decide()).toEqual([]);
  const late = new PlayedCase(plays);
  late.hear(requested());
  late.decide();
  expect(late.hear({ type: 'cancelled', at: at(3) })).toEqual([]);
  expect(told(late.hear({ type: 'compensated', at: at(4) }))).toEqual(['3 StepCompensated']);
});

test('asked again it says nothing, and an objection is answered', () => {
  const one = new PlayedCase(plays);
  one.hear(requested());
  expect(one.hear(requested())).toEqual([]);
  one.decide();
  const objected = { type: 'objected', objection: 'O-1', review: true, at: at(5) } as const;
  expect(one.hear(objected)).toMatchObject([{ type: 'ObjectionDismissed', value: { reason: 'no-review-open' } }]);
});
