import { isRefusal } from '@lianban/model';
import { nextAct } from './next-act';
import type { Channel } from './channel';
import type { MadeNotice, NoticeCommand, NoticeContent, NoticeState, SendingOutcome } from './notice';
import { GIVE_UP_MS, notice } from './notice-decider';
import { DEFAULT_PREFERENCE } from './recipient';

const start = new Date('2026-03-02T02:00:00Z');
const minutes = (n: number) => new Date(start.getTime() + n * 60_000);
const content: NoticeContent = {
  ...{ to: 'r-1', residentId: 'r-1', number: 'LB1', package: 'shop', step: 'licence', department: 'permits' },
  ...{ template: 'refused', version: 1, class: 'legal' },
};

/** Carries out commands, each at its minute; every refusal is an error of the test. */
function carryOut(steps: readonly (readonly [number, NoticeCommand])[], of: NoticeContent = content): MadeNotice {
  const all = [[0, { type: 'MakeNotice', content: of }] as const, ...steps];
  const state = all.reduce<NoticeState>((before, [minute, command]) => {
    const events = notice.decide(command, before, minutes(minute));
    if (isRefusal(events)) throw new Error(events.refused);
    return events.reduce(notice.evolve, before);
  }, notice.initial('n'));
  if (state.status === 'none') throw new Error('not made');
  return state;
}
const send = (next: Channel): NoticeCommand => ({ type: 'SendNotice', next });
const none: NoticeCommand = { type: 'SendNotice' };
const report = (channel: Channel, outcome: SendingOutcome, code = ''): NoticeCommand => ({
  ...{ type: 'ReportSending', channel, outcome, code },
  ...{ mask: '138****0001', hash: 'abcd' },
});
const receipt = (status: 'delivered' | 'failed', channel: Channel = 'sms'): NoticeCommand => ({
  ...{ type: 'TakeReceipt', channel, status },
});

// functions.md §4, faults and invariants.
test('made again it is the same notice', () => {
  const sent = carryOut([
    [0, send('mail')],
    [0, report('mail', 'accepted', '250')],
  ]);
  expect(notice.decide({ type: 'MakeNotice', content }, sent, minutes(9))).toEqual([]);
});

test('550: this way is closed, and the next one is taken at once', () => {
  const state = carryOut([
    [0, send('mail')],
    [1, report('mail', 'permanent', '550')],
  ]);
  expect(state).toMatchObject({ status: 'queued', closed: ['mail'], dueAt: minutes(1) });
  expect(nextAct(state, DEFAULT_PREFERENCE, ['sms', 'mail'], minutes(120))).toEqual(send('sms'));
});

test('451: it is tried again, later and later', () => {
  const once = carryOut([
    [0, send('mail')],
    [0, report('mail', 'temporary', '451')],
  ]);
  expect(once).toMatchObject({ status: 'queued', closed: [], dueAt: minutes(1) });
  const twice = carryOut([
    [0, send('mail')],
    [0, report('mail', 'temporary', '451')],
    [1, send('mail')],
    [1, report('mail', 'temporary', '451')],
  ]);
  expect(twice).toMatchObject({ status: 'queued', dueAt: minutes(3), attempts: 2 });
});

test('a server that is away for two hours loses nothing', () => {
  const steps: (readonly [number, NoticeCommand])[] = [];
  for (let minute = 0; minute < 120;) {
    steps.push([minute, send('mail')], [minute, report('mail', 'temporary', 'ECONNREFUSED')]);
    minute = (carryOut(steps).dueAt!.getTime() - start.getTime()) / 60_000;
  }
  const state = carryOut([...steps, [200, send('mail')], [200, report('mail', 'accepted', '250')]]);
  expect(state.status).toBe('delivered');
  expect(state.sendings.length).toBeLessThan(12);
});

test('a way that answers "later" for three days is closed; of a legal notice somebody has to know', () => {
  const late = GIVE_UP_MS / 60_000 + 1;
  const state = carryOut([
    [0, send('mail')],
    [0, report('mail', 'temporary', '451')],
    [late, send('mail')],
    [late, report('mail', 'temporary', '451')],
    [late, none],
  ]);
  expect(state).toMatchObject({ status: 'technical-failure', closed: ['mail'], unserved: true });
});

test('accepted, then bounced: both stand, and the next way is taken', () => {
  const state = carryOut([
    [0, send('mail')],
    [0, report('mail', 'accepted', '250')],
    [5, receipt('failed', 'mail')],
  ]);
  expect(state).toMatchObject({ status: 'queued', closed: ['mail'] });
  expect(state.sendings).toMatchObject([{ channel: 'mail', outcome: 'accepted', receipt: { status: 'failed' } }]);
});

test('a receipt before the answer to the sending counts', () => {
  const state = carryOut([
    [0, send('sms')],
    [0, receipt('delivered')],
    [1, report('sms', 'accepted')],
  ]);
  expect(state.status).toBe('delivered');
  const failed = carryOut([
    [0, send('sms')],
    [0, receipt('failed')],
    [1, report('sms', 'accepted')],
  ]);
  expect(failed).toMatchObject({ status: 'queued', closed: ['sms'] });
});

test('a receipt again changes nothing; one for what was never sent is unknown', () => {
  const state = carryOut([
    [0, send('sms')],
    [0, report('sms', 'accepted')],
    [1, receipt('delivered')],
  ]);
  expect(notice.decide(receipt('delivered'), state, minutes(2))).toEqual([]);
  expect(isRefusal(notice.decide(receipt('delivered', 'mail'), state, minutes(2)))).toBe(true);
});

test('an SMS whose receipt never comes is sent another way after three days', () => {
  const state = carryOut([
    [0, send('sms')],
    [0, report('sms', 'accepted')],
  ]);
  expect(state).toMatchObject({ status: 'sending', dueAt: new Date(start.getTime() + GIVE_UP_MS) });
  const late = carryOut([
    [0, send('sms')],
    [0, report('sms', 'accepted')],
    [GIVE_UP_MS / 60_000, send('sms')],
  ]);
  expect(late).toMatchObject({ status: 'queued', closed: ['sms'] });
});

test('who began an attempt and died is followed when its lease is over, not before', () => {
  const begun = carryOut([[0, send('mail')]]);
  expect(notice.decide(send('mail'), begun, minutes(1))).toEqual([]);
  expect(
    carryOut([
      [0, send('mail')],
      [2, send('mail')],
    ]).attempts,
  ).toBe(2);
});

test('an agent is told nothing before their mandate was looked at', () => {
  const agents = { ...content, to: 'r-2' };
  const made = carryOut([], agents);
  expect(made).toMatchObject({ status: 'unchecked' });
  expect(notice.decide(send('mail'), made, start)).toEqual([]);
  // Mandate revoked at 10:00, event at 10:01: the agent is not told.
  const withheld = carryOut([[1, { type: 'WithholdNotice', why: 'mandate-missing' }]], agents);
  expect(withheld.status).toBe('withheld');
  expect(withheld).not.toHaveProperty('dueAt');
  expect(carryOut([[1, { type: 'AdmitAgent' }]], agents)).toMatchObject({ status: 'queued', at: minutes(1) });
});

test('a legal notice that no way delivers is somebody’s to serve, until it is read', () => {
  const state = carryOut([
    [0, send('mail')],
    [0, report('mail', 'permanent', '550')],
    [0, none],
  ]);
  expect(state).toMatchObject({ status: 'permanent-failure', unserved: true });
  const events = notice.decide({ type: 'ReadNotice' }, state, minutes(1));
  expect(isRefusal(events) ? [] : events.map(({ type }) => type)).toEqual(['NoticeServed']);
});

test('who chose nothing is told in the inbox alone, but for what the law has us serve', () => {
  const quiet = { ...DEFAULT_PREFERENCE, channels: [] };
  const made = carryOut([], { ...content, class: 'service' });
  expect(nextAct(made, quiet, ['sms', 'mail'], start)).toEqual(none);
  expect(carryOut([[0, none]], { ...content, class: 'service' }).status).toBe('inbox');
  expect(nextAct(carryOut([]), quiet, ['sms', 'mail'], start)).toEqual(send('sms'));
});
