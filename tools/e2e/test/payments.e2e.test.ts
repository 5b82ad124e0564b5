import type { DemoClient } from '../src/demo/client';
import { applicationWhen, ended, stands, waitFor } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { decide, stepOf } from './harness/desk';
import { ops } from './harness/ops';
import { testServers } from './harness/servers';

let city: TestCity;
beforeAll(async () => {
  city = await startCity({ name: 'payments', servers: testServers(), residents: 4, bank: true });
});
afterAll(() => city?.stop());

interface ShownCharge {
  readonly number: string;
  readonly status: string;
  readonly amountCents: number;
  readonly refunds: readonly { readonly status: string; readonly amountCents: number; readonly reason: string }[];
  readonly receipts: readonly { readonly number: string; readonly amountCents: number }[];
}
interface Ledger {
  readonly trades: readonly { readonly amount: number; readonly transaction?: string }[];
  readonly refunds: readonly { readonly amount: number; readonly state: string }[];
}

const bank = () => `http://127.0.0.1:${city.services.portsOf('payments').bank}`;
const lostCard = {
  package: 'identity-card',
  answers: { holderBornOn: '1980-05-20', cardFor: 'lost' },
  materials: [{ code: 'photo', grade: 'B', reference: 'ZP-2026-000001' }],
};
const police = () => city.officer('public-security');
const fingerprints = { outcome: 'granted', reason: 'conditions-met', findings: { fingerprints: 'taken' } };
const chargeOf = (resident: DemoClient, number: string) => resident.get<ShownCharge>(`/api/me/charges/${number}/fee`);
const chargeWhen = (resident: DemoClient, number: string, status: string) =>
  waitFor(`the fee of ${number} is ${status}`, async () => {
    const found = await chargeOf(resident, number);
    return found.status === status ? found : undefined;
  });
const faults = (set: Record<string, number>) =>
  fetch(`${bank()}/demo/faults`, { method: 'POST', body: JSON.stringify(set) });

async function applied(n: number): Promise<{ resident: DemoClient; number: string }> {
  const resident = city.assisted(n);
  const number = await resident.submit(lostCard);
  await applicationWhen(resident, number, 'the fee can be paid', stands('fee', 'payable'));
  return { resident: city.resident(n), number };
}
async function pay(resident: DemoClient, number: string): Promise<void> {
  const { payUrl } = await resident.post<{ payUrl: string }>(`/api/me/charges/${number}/fee/payment`);
  await fetch(payUrl, { method: 'POST', redirect: 'manual' });
}

test('a lost identity card: 40 yuan by the law, paid once though the bank tells it fifteen times, then decided', async () => {
  const { resident, number } = await applied(1);
  expect(await chargeOf(resident, number)).toMatchObject({ status: 'raised', amountCents: 4_000 });
  await faults({ 'callback-fifteen-times': 1 });
  await pay(resident, number);
  const paid = await chargeWhen(resident, number, 'paid');
  expect(paid.receipts).toMatchObject([{ number: '0000000001', amountCents: 4_000 }]);
  await decide(police(), number, 'identity-card', fingerprints);
  const end = await applicationWhen(resident, number, 'it is completed', ended('completed'));
  expect(stepOf(end, 'fee')).toMatchObject({ status: 'granted', reason: 'paid', facts: { amountCents: 4_000 } });
  expect(await resident.get('/api/me/charges')).toMatchObject({ charges: [{ number: paid.number }] });
  await expect(chargeOf(city.resident(2), number)).rejects.toMatchObject({ status: 404 });
});

test('a callback that is lost is asked for, and a withdrawal gives the money back with a reversed receipt', async () => {
  const { resident, number } = await applied(2);
  await faults({ 'callback-lost': 1 });
  await pay(resident, number);
  await chargeWhen(resident, number, 'paid');
  await applicationWhen(resident, number, 'the card is under way', ({ steps }) =>
    steps.some(({ id, status }) => id === 'identity-card' && status !== 'waiting'),
  );
  await resident.post(`/api/applications/${number}/withdrawal`, { reason: 'found it' });
  const back = await chargeWhen(resident, number, 'refunded');
  expect(back.refunds).toMatchObject([{ status: 'succeeded', amountCents: 4_000, reason: 'undone' }]);
  expect(back.receipts.map(({ amountCents }) => amountCents)).toEqual([4_000, -4_000]);
  await applicationWhen(resident, number, 'it is withdrawn', ended('withdrawn'));
});

test('what is not signed by the bank is not believed, whoever sends it', async () => {
  const { resident, number } = await applied(3);
  const { status } = await fetch(`${city.url}/pay/notify/wechat`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id: '1', event_type: 'TRANSACTION.SUCCESS', resource: {} }),
  });
  expect(status).toBe(401);
  const nobody = await fetch(`${city.url}/pay/notify/other`, { method: 'POST', body: '{}' });
  expect(nobody.status).toBe(404);
  expect(await chargeOf(resident, number)).toMatchObject({ status: 'raised' });
});

test('at the end the two ledgers agree to the fen, and the book adds up to zero', async () => {
  const { trades, refunds } = (await (await fetch(`${bank()}/demo/ledger`)).json()) as Ledger;
  const sum = (of: readonly { amount: number }[]) => of.reduce((all, { amount }) => all + amount, 0);
  const accounts = await city.collection('payments', 'journalAccounts').find().toArray();
  const balances = Object.fromEntries(
    accounts.map(({ _id, state }) => [String(_id), (state as { balance: number }).balance]),
  );
  const theirs =
    sum(trades.filter(({ transaction }) => transaction)) - sum(refunds.filter(({ state }) => state === 'SUCCESS'));
  expect(balances['clearing']).toBe(theirs);
  expect(Object.values(balances).reduce((all, each) => all + each, 0)).toBe(0);
  const verified = await ops(city, testServers().mongoUrl, 'journal', 'verify');
  expect([verified.code, verified.stderr]).toEqual([0, '']);
  expect(verified.stdout).toContain('0 differences, trial balance 0 fen');
});
