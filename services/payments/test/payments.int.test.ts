import { type Bank, merchantEnvironment, newBankKeys, startBank } from '@lianban/infra';
import {
  type Account,
  type BookedEntry,
  type Head,
  JOURNAL_ACCOUNTS,
  JOURNAL_ENTRIES,
  JOURNAL_HEAD,
  verifyJournal,
} from '@lianban/journal';
import { isRefusal } from '@lianban/model';
import { payments as contract, steps } from '@lianban/protos';
import type { Running } from '@lianban/runtime';
import { City, answered, firstDay, until } from '@lianban/testing';
import { payments } from '../src';
import { openSite } from './site';

const { v1 } = steps;
const city = new City();
const { telling } = city;
const keys = newBankKeys();
const residentId = 'r-1';
const AMOUNT = 4_000;
let bank: Bank;
let site: Awaited<ReturnType<typeof openSite>>;
let cashier: Running;
let calls: ReturnType<typeof city.caller<typeof contract.v1.PaymentsServiceService>>;

beforeAll(async () => {
  await city.open();
  bank = await startBank({ port: 0, keys, timeFactor: 0.01 });
  site = await openSite(async (notified) => {
    const said = await calls.notify(notified);
    return isRefusal(said) ? 500 : said.disbelieved ? 401 : 204;
  });
  cashier = await city.start(payments, merchantEnvironment(keys, bank.address, site.origin));
  calls = city.caller(cashier, contract.v1.PaymentsServiceService);
});
afterAll(async () => {
  await city.close();
  await bank.close();
  await site.close();
});

let counted = 0;
/** A charge of 40 yuan for a lost card. */
async function raised(cardFor = 'lost'): Promise<string> {
  const applicationNumber = `LB20260302${String(++counted).padStart(6, '0')}`;
  const ref = { applicationNumber, step: 'fee', item: 'identity-card-fee', service: 'payments', kind: v1.Kind.PAYMENT };
  const asked = { package: 'identity-card', packageVersion: 2, itemVersion: 1, residentId, district: '410105' };
  const value = v1.StepRequested.fromPartial({ ref, ...asked, answers: { cardFor }, requestedAt: firstDay });
  await telling.say(v1.StepRequested, value, 'applications');
  const id = `${applicationNumber}/fee`;
  await until(
    `${id} is raised`,
    async () => !isRefusal(await calls.getCharge({ residentId, chargeId: id, askChannel: false })),
  );
  return id;
}
const faults = (set: Record<string, number>) =>
  fetch(`${bank.address}/demo/faults`, { method: 'POST', body: JSON.stringify(set) });
const start = async (chargeId: string) =>
  answered(await calls.startPayment({ residentId, chargeId, address: '127.0.0.1' })).payUrl;
/** The payer presses the button of the bank's page; the bank has told by then. */
const pay = async (url: string) => {
  const at = new URL(url);
  at.searchParams.set('wait', 'yes');
  await fetch(at, { method: 'POST', redirect: 'manual' });
};
const get = async (chargeId: string, askChannel = false) =>
  answered(await calls.getCharge({ residentId, chargeId, askChannel }));
const untilIs = (status: string, id: string) =>
  until(`${id} is ${status}`, async () => {
    const found = await get(id);
    return found.status === status ? found : undefined;
  });
const finished = (id: string) => telling.next(v1.StepFinished, id);
const refOf = (id: string) => {
  const [applicationNumber = '', step = ''] = id.split('/');
  return { applicationNumber, step, item: 'identity-card-fee', service: 'payments', kind: v1.Kind.PAYMENT };
};
const undo = (id: string) =>
  telling.say(v1.StepUndoRequested, { ref: refOf(id), reason: 'withdrawn', requestedAt: firstDay }, 'applications');
const cancel = (id: string) =>
  telling.say(
    v1.StepCancellationRequested,
    { ref: refOf(id), reason: 'withdrawn', requestedAt: firstDay },
    'applications',
  );

test('a fee by the catalogue, paid, told, with a receipt', async () => {
  const id = await raised();
  expect(await telling.next(v1.StepProgressed, id)).toMatchObject({
    status: 'payable',
    payment: { amountCents: AMOUNT },
  });
  await pay(await start(id));
  expect(await finished(id)).toMatchObject({
    outcome: v1.Outcome.GRANTED,
    reason: 'paid',
    facts: { amountCents: AMOUNT },
  });
  const paid = await untilIs('paid', id);
  expect(paid.receipts).toMatchObject([{ code: '41990126', amountCents: AMOUNT }]);
  expect(paid).toMatchObject({
    underWay: false,
    name: { en: 'Fee for an identity card' },
    law: { en: expect.stringContaining('40') },
  });
});

test('what is free is paid at once', async () => {
  const id = await raised('first');
  expect(await finished(id)).toMatchObject({ outcome: v1.Outcome.GRANTED, reason: 'free', facts: { amountCents: 0 } });
});

test('of somebody else there is nothing to see and nothing to pay', async () => {
  const id = await raised();
  expect(await calls.getCharge({ residentId: 'r-2', chargeId: id, askChannel: false })).toMatchObject({
    refused: 'charge-not-found',
  });
  expect(await calls.startPayment({ residentId: 'r-2', chargeId: id, address: '' })).toMatchObject({
    refused: 'charge-not-found',
  });
});

// functions.md §3.6. Each ends paid, once, whatever the channel does on the way.
test.each([
  ['comes twice', { 'callback-twice': 1 }],
  ['comes fifteen times', { 'callback-fifteen-times': 1 }],
  ['is lost, and the channel is asked', { 'callback-lost': 1 }],
  ['comes before the answer', { 'paid-before-the-answer': 1 }],
  ['was signed six minutes ago, and comes again', { 'callback-of-six-minutes-ago': 1 }],
  ['is of a serial nobody knows, and comes again', { 'callback-unknown-serial': 1 }],
  ['is signed with an expired key, and comes again', { 'callback-expired-key': 1 }],
  ['was read and written again on its way', { 'callback-written-again': 1 }],
  ['is encrypted for somebody else, and comes again', { 'callback-garbage': 1 }],
  ['is lost, and the query goes unanswered', { 'callback-lost': 1, 'query-unanswered': 1 }],
])('a callback that %s', async (_, set) => {
  const id = await raised();
  await faults(set);
  await calls.startPayment({ residentId, chargeId: id, address: '127.0.0.1' });
  await pay(`${bank.address}/pay/${(await get(id)).number}-1`);
  const paid = await untilIs('paid', id);
  expect(paid.refunds).toEqual([]);
  expect(paid.receipts).toHaveLength(1);
});

test('the channel took the order and never answered: the same order is asked for again', async () => {
  const id = await raised();
  await faults({ 'create-unanswered': 1 });
  expect(await calls.startPayment({ residentId, chargeId: id, address: '127.0.0.1' })).toMatchObject({
    refused: 'channel-unavailable',
  });
  await pay(await start(id));
  await untilIs('paid', id);
  const { trades } = await ledger();
  expect(trades.filter(({ number }) => number.startsWith((trades.at(-1)?.number ?? '').slice(0, -1)))).toHaveLength(1);
});

test('the channel signs with its other key from one moment on', async () => {
  const id = await raised();
  const url = await start(id);
  await fetch(`${bank.address}/demo/rotation`, { method: 'POST' });
  await pay(url);
  await untilIs('paid', id);
});

test('of another amount nothing is paid: the money waits in suspense, and an operator is asked', async () => {
  const id = await raised();
  await faults({ 'callback-other-amount': 1 });
  await pay(await start(id));
  await until('an operator is asked', async () => (await found(id))?.needsOperator);
  expect(await get(id)).toMatchObject({ status: 'raised' });
});

test('withdrawn while it is open, it is closed at the channel; undone, it goes back', async () => {
  const open = await raised();
  await start(open);
  await cancel(open);
  await telling.next(v1.StepCancelled, open);
  await until(
    'it is closed at the channel',
    async () => (await ledger()).trades.find(({ number }) => number === `${numberOf(open)}-1`)?.state === 'CLOSED',
  );

  const paid = await raised();
  await pay(await start(paid));
  await untilIs('paid', paid);
  await undo(paid);
  await telling.next(v1.StepUndone, paid);
  const refunded = await untilIs('refunded', paid);
  expect(refunded.refunds).toMatchObject([{ amountCents: AMOUNT, reason: 'undone', status: 'succeeded' }]);
  expect(refunded.receipts.map(({ amountCents }) => amountCents)).toEqual([AMOUNT, -AMOUNT]);
});

test('paid in the moment it is withdrawn, it goes back by itself', async () => {
  const id = await raised();
  const url = await start(id);
  await faults({ 'callback-lost': 1 });
  await pay(url);
  await cancel(id);
  const found = await until('it went back', async () => {
    const now = await get(id);
    return now.refunds.some(({ status }) => status === 'succeeded') ? now : undefined;
  });
  expect(found).toMatchObject({ status: 'cancelled', refunds: [{ reason: 'paid-late' }] });
});

test('a refund told before it is answered is one refund; one the channel will not make waits for somebody', async () => {
  const early = await raised();
  await pay(await start(early));
  await faults({ 'refund-callback-before-answer': 1 });
  await untilIs('paid', early);
  await undo(early);
  expect((await untilIs('refunded', early)).refunds).toHaveLength(1);

  const ill = await raised();
  await pay(await start(ill));
  await untilIs('paid', ill);
  await faults({ 'refund-abnormal': 1 });
  await undo(ill);
  await until('an operator is asked', async () => (await found(ill))?.needsOperator);
});

test('money under a number nobody knows waits in suspense', async () => {
  const value = {
    ...{ appid: keys.app, mchid: keys.merchant, out_trade_no: 'SOMEBODY-ELSES-1', transaction_id: '42-unknown' },
    ...{ trade_state: 'SUCCESS', amount: { total: 777, currency: 'CNY' } },
  };
  const { sealResource, signatureHeaders } = await import('@lianban/wechat-pay');
  const resource = sealResource(Buffer.from(keys.apiKey), JSON.stringify(value), 'transaction');
  const body = JSON.stringify({ id: '1', event_type: 'TRANSACTION.SUCCESS', resource });
  const [{ serial, key }] = keys.platform as [{ serial: string; key: string }];
  const headers = Object.fromEntries(
    Object.entries(signatureHeaders(serial, key, body)).map(([name, each]) => [name.toLowerCase(), each]),
  );
  for (let times = 0; times < 2; times++)
    expect(await calls.notify({ channel: 'wechat', headers, body: Buffer.from(body) })).toEqual({ disbelieved: '' });
  const held = await cashier.app.get(JOURNAL_ENTRIES, '42-unknown:captured');
  expect(held?.state.legs).toEqual([
    { account: 'clearing', fen: 777 },
    { account: 'suspense', fen: -777 },
  ]);
});

test('not paid in time, it is over', async () => {
  const id = await raised();
  await city.pass(8, cashier);
  expect(await finished(id)).toMatchObject({ outcome: v1.Outcome.REFUSED, reason: 'not-paid' });
});

test('at the end the book holds, and both ledgers agree to the fen', async () => {
  const { app } = cashier;
  const all = await app.find(JOURNAL_ENTRIES, { filter: {}, sort: { 'state.number': 1 }, limit: 10_000 });
  const accounts = await app.find(JOURNAL_ACCOUNTS, { filter: {}, limit: 100 });
  const head = (await app.get(JOURNAL_HEAD, 'head'))!.state satisfies Head;
  const stored = new Map(accounts.map(({ id, state }): [string, Account] => [id, state]));
  const report = await verifyJournal({ entries: all.map(({ state }): BookedEntry => state), accounts: stored, head });
  expect(report).toMatchObject({ trialBalance: 0, faults: [] });
  const { trades, refunds } = await ledger();
  const sum = (of: readonly { amount: number }[]) => of.reduce((s, { amount }) => s + amount, 0);
  const theirs =
    sum(trades.filter(({ transaction }) => transaction)) - sum(refunds.filter(({ state }) => state === 'SUCCESS'));
  // One fen too many was told of one trade, and 777 came under a number the bank has not.
  expect(report.balances.get('clearing')).toBe(theirs + 1 + 777);
});

interface Ledger {
  readonly trades: readonly { number: string; state: string; amount: number; transaction?: string }[];
  readonly refunds: readonly { state: string; amount: number }[];
}
const ledger = async () => (await (await fetch(`${bank.address}/demo/ledger`)).json()) as Ledger;
const numberOf = (id: string) => `CH${id.slice(2).replace('/', '-')}`;
const found = async (id: string) => (await cashier.app.get<{ needsOperator: boolean }>({ name: 'charges' }, id))?.state;
