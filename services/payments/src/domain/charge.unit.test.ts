import fc from 'fast-check';
import { isRefusal } from '@lianban/model';
import { type Charge, type ChargeCommand, type ChargeEvent, type Money, isLive, noCharge } from './charge';
import { callsDue, charge, isToClose } from './charge-decider';
import { nextAt } from './ladder';
import { postingsOf } from './postings';

const start = new Date('2026-03-02T01:00:00Z');
const dayMs = 86_400_000;
const after = (ms: number) => new Date(start.getTime() + ms);
const AMOUNT = 4_000;
const NUMBER = 'CH20260302000001-fee';
const raise: ChargeCommand = {
  ...{ type: 'RaiseCharge', number: NUMBER, residentId: 'r-1', amount: AMOUNT, payUntil: after(7 * dayMs) },
  ref: { applicationNumber: 'LB20260302000001', step: 'fee', item: 'identity-card-fee', package: 'identity-card' },
  law: { zh: '法', en: 'Law' },
};
const money = (attempt = 1, more: Partial<Money> = {}): Money => ({
  ...{ attempt: `${NUMBER}-${attempt}`, transaction: `42-${attempt}`, isOurs: true, amount: AMOUNT, currency: 'CNY' },
  ...more,
});

/** A charge with everything that happened to it and its book. */
class Story {
  state: Charge = noCharge;
  readonly events: ChargeEvent[] = [];
  readonly books = new Map<string, number>();
  readonly booked = new Set<string>();
  now = start;

  tell(...commands: readonly ChargeCommand[]): this {
    for (const command of commands) this.one(command);
    return this;
  }

  private one(command: ChargeCommand): void {
    const found = charge.decide(command, this.state, this.now);
    if (isRefusal(found)) return;
    for (const event of found) {
      this.state = charge.evolve(this.state, event);
      this.events.push(event);
      for (const { id, legs } of postingsOf(event, this.state)) {
        // The journal books a cause once.
        if (this.booked.has(id)) continue;
        this.booked.add(id);
        for (const { account, fen } of legs) this.books.set(account, (this.books.get(account) ?? 0) + fen);
      }
    }
  }

  at(ms: number): this {
    this.now = after(ms);
    return this;
  }
  get said() {
    return this.events.map(({ type }) => type);
  }
  balances = () => Object.fromEntries(this.books);
}
const payable = () => new Story().tell(raise, { type: 'StartAttempt', channel: 'wechat' });
const capture = (of: Money): ChargeCommand => ({ type: 'Capture', money: of });

test('a charge is raised once, paid once, and undone by giving back what was paid', () => {
  const story = payable().tell(raise, capture(money()), capture(money()));
  expect(story.said).toEqual(['ChargeRaised', 'AttemptStarted', 'ChargePaid']);
  expect(story.balances()).toEqual({ receivable: 0, due: -AMOUNT, clearing: AMOUNT });
  story.tell({ type: 'UndoCharge' }, { type: 'UndoCharge' });
  const [refund] = story.state.refunds;
  expect(refund).toMatchObject({ number: 'RF20260302000001-fee-1', amount: AMOUNT, status: 'approved' });
  story.tell({ type: 'NoteRefund', refund: refund!.number, outcome: 'succeeded' });
  story.tell({ type: 'NoteRefund', refund: refund!.number, outcome: 'succeeded' });
  expect(story.said.slice(3)).toEqual(['UndoAsked', 'RefundApproved', 'RefundSettled', 'ChargeUndone']);
  expect(story.state.status).toBe('refunded');
  expect(story.balances()).toEqual({ receivable: 0, due: 0, clearing: 0, 'refund-payable': 0 });
});

test('nothing is owed for what is free', () => {
  const story = new Story().tell({ ...raise, amount: 0 }, { type: 'StartAttempt', channel: 'wechat' });
  expect(story.state.status).toBe('free');
  expect(story.said).toEqual(['ChargeRaised']);
  expect(story.tell({ type: 'UndoCharge' }).said).toEqual(['ChargeRaised', 'UndoAsked', 'ChargeUndone']);
});

test('I2: paid a second time, by another attempt, the second goes back by itself', () => {
  const story = payable().tell(
    { type: 'NoteClosed', attempt: `${NUMBER}-1` },
    { type: 'StartAttempt', channel: 'wechat' },
  );
  story.tell(capture(money(1)), capture(money(2)));
  expect(story.said.slice(-3)).toEqual(['ChargePaid', 'PaidInVain', 'RefundApproved']);
  expect(story.state.refunds).toMatchObject([{ attempt: `${NUMBER}-2`, amount: AMOUNT, reason: 'paid-twice' }]);
  expect(story.balances()).toEqual({ receivable: 0, due: -AMOUNT, clearing: 2 * AMOUNT, 'refund-payable': -AMOUNT });
});

test.each([
  ['CancelCharge' as const, 'ChargeCancelled'],
  ['ExpireCharge' as const, 'ChargeExpired'],
])('I7: what is paid after %s goes back by itself', (type, said) => {
  const story = payable();
  if (type === 'ExpireCharge') story.tell({ type: 'NoteClosed', attempt: `${NUMBER}-1` });
  story.tell({ type }, capture(money()));
  expect(story.said.slice(-3)).toEqual([said, 'PaidInVain', 'RefundApproved']);
  expect(story.state.refunds).toMatchObject([{ reason: 'paid-late' }]);
  story.tell({ type: 'NoteRefund', refund: story.state.refunds[0]!.number, outcome: 'succeeded' });
  expect(story.balances()).toEqual({ receivable: 0, due: 0, clearing: 0, 'refund-payable': 0 });
});

test.each([
  ['another amount', { amount: AMOUNT + 1 }, AMOUNT + 1],
  ['another currency', { currency: 'USD' }, 0],
  ['another merchant', { isOurs: false }, 0],
])('I5: %s changes nothing of the charge, the money waits in suspense, and somebody is asked', (_, more, held) => {
  const story = payable().tell(capture(money(1, more)));
  expect(story.state).toMatchObject({ status: 'raised', needsOperator: true });
  expect(story.balances()['suspense'] ?? 0).toBe(-held || 0);
  story.tell({ type: 'StartAttempt', channel: 'wechat' }, capture(money(2)));
  expect(story.state.status).toBe('paid');
});

test('a charge does not expire while somebody may be paying: the attempt is closed at the channel first', () => {
  const story = payable().at(7 * dayMs);
  expect(charge.timeout?.(story.state)).toBeUndefined();
  expect(isToClose(story.state, story.state.attempts[0]!, story.now)).toBe(true);
  story.tell({ type: 'ExpireCharge' });
  expect(story.state.status).toBe('raised');
  story.tell({ type: 'NoteClosed', attempt: `${NUMBER}-1` });
  expect(charge.timeout?.(story.state)).toEqual({ at: after(7 * dayMs), command: { type: 'ExpireCharge' } });
});

test('a refund the channel will not make waits for somebody, and the step is not undone', () => {
  const story = payable().tell(capture(money()), { type: 'UndoCharge' });
  story.tell({ type: 'NoteRefund', refund: story.state.refunds[0]!.number, outcome: 'abnormal' });
  expect(story.state).toMatchObject({ needsOperator: true, refunds: [{ status: 'abnormal', nextCallAt: null }] });
  expect(story.said).not.toContain('ChargeUndone');
});

test('the channel is asked after 5 s, 15 s, 30 s, 1, 2, 5, 10, 30 minutes, then hourly', () => {
  const waits = Array.from({ length: 11 }, (_, times) => (nextAt(times, start).getTime() - start.getTime()) / 1000);
  expect(waits).toEqual([5, 15, 30, 60, 120, 300, 600, 1800, 3600, 3600, 3600]);
});

/** Whatever channels, residents and applications do, in any order, early, late, and again. */
const anything = fc.oneof(
  fc.constant<ChargeCommand>(raise),
  fc.constant<ChargeCommand>({ type: 'StartAttempt', channel: 'wechat' }),
  fc.constantFrom<ChargeCommand>(
    { type: 'TakeCalls' },
    { type: 'CancelCharge' },
    { type: 'UndoCharge' },
    { type: 'ExpireCharge' },
  ),
  fc
    .record({
      attempt: fc.integer({ min: 1, max: 4 }),
      transaction: fc.integer({ min: 1, max: 6 }),
      amount: fc.constantFrom(AMOUNT, AMOUNT, AMOUNT, AMOUNT + 1),
      isOurs: fc.constantFrom(true, true, true, false),
    })
    .map(({ attempt, transaction, ...rest }) => capture(money(attempt, { transaction: `42-${transaction}`, ...rest }))),
  fc
    .record({
      attempt: fc.integer({ min: 1, max: 4 }),
      type: fc.constantFrom('NoteOpened', 'NoteUnanswered', 'NoteClosed'),
    })
    .map(({ attempt, type }) => ({ type, attempt: `${NUMBER}-${attempt}` }) as ChargeCommand),
  fc
    .record({ refund: fc.integer({ min: 1, max: 4 }), outcome: fc.constantFrom('succeeded', 'abnormal', 'closed') })
    .map(
      ({ refund, outcome }) =>
        ({ type: 'NoteRefund', refund: `RF20260302000001-fee-${refund}`, outcome }) as ChargeCommand,
    ),
);
const history = fc.array(fc.record({ what: anything, wait: fc.integer({ min: 0, max: 3 * dayMs }) }), {
  maxLength: 40,
});

test('I1–I7 hold over any history', () => {
  fc.assert(
    fc.property(history, (happenings) => {
      const story = new Story().tell(raise);
      let passed = 0;
      for (const { what, wait } of happenings) {
        passed += wait;
        const before = story.state;
        story.at(passed).tell(what);
        const { state } = story;
        // I1
        expect([...story.books.values()].reduce((sum, fen) => sum + fen, 0)).toBe(0);
        // I2: paid once
        expect(story.said.filter((type) => type === 'ChargePaid').length).toBeLessThanOrEqual(1);
        // I3: of no attempt more goes back than it brought
        for (const attempt of state.attempts) {
          const back = state.refunds.filter((each) => each.attempt === attempt.number && each.status !== 'closed');
          const sum = back.reduce((all, { amount }) => all + amount, 0);
          expect(sum).toBeLessThanOrEqual(attempt.status === 'paid' ? attempt.amount : 0);
        }
        // I4: only money that somebody vouches for pays
        if (before.status !== 'paid' && state.status === 'paid') expect(what.type).toBe('Capture');
        // I6
        for (const attempt of state.attempts.filter(isLive)) {
          expect(attempt.nextQueryAt).not.toBeNull();
          expect(state.nextCallAt!.getTime()).toBeLessThanOrEqual(attempt.nextQueryAt!.getTime());
        }
        // I7
        expect(['cancelled', 'expired'].includes(before.status) && state.status !== before.status).toBe(false);
        // One page to pay at, at a time.
        expect(state.attempts.filter(isLive).length).toBeLessThanOrEqual(1);
      }
      // What the city owes and holds is what the charge says.
      const { state } = story;
      const of = (account: string) => story.books.get(account) ?? 0;
      expect(of('receivable')).toBe(state.status === 'raised' ? AMOUNT : 0);
      expect(of('due')).toBe(
        -AMOUNT * Number(!['cancelled', 'expired'].includes(state.status)) +
          state.refunds.filter(({ reason }) => reason === 'undone').reduce((all, { amount }) => all + amount, 0),
      );
    }),
    { numRuns: 500 },
  );
});

test('what is due at the channel is due until it is answered', () => {
  const story = payable().at(5_000);
  expect(callsDue(story.state, story.now).attempts).toHaveLength(1);
  story.tell({ type: 'TakeCalls' });
  expect(callsDue(story.state, story.now).attempts).toEqual([]);
  expect(story.state.nextCallAt).toEqual(after(20_000));
});
