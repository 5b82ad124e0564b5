import { casework, entitlements, public_security } from '@lianban/protos';
import { toRecord } from '@lianban/engine';
import { City, aStep, firstDay, stepRequested } from '@lianban/testing';
import { elderlyCare } from '../src';

const { v1 } = public_security;
const city = new City();
const { telling } = city;
let service: Awaited<ReturnType<typeof city.start<void>>>;

beforeAll(async () => {
  await city.open();
  service = await city.start(elderlyCare, { SERVICE_ADDRESSES: await city.standInResidents() });
});
afterAll(() => city.close());

/** What the register says of a case; its other records, which are nobody's business here, took the sequences between. */
async function say(
  type: typeof v1.DeathRegistered | typeof v1.DeathCorrected,
  value: object,
  number: string,
  sequence: number,
) {
  const topic = 'public-security.v1';
  const envelope = { service: 'public-security', topic, key: number, subject: `${number}/register`, sequence };
  const record = toRecord(
    { type, value: { applicationNumber: number, ...value } },
    { ...envelope, at: firstDay, traceparent: undefined, causation: undefined },
  );
  await city.servers.send(topic, [{ key: record.key, value: record.value, headers: record.headers }]);
}
const registered = (residentId: string, number: string, diedOn: string) =>
  say(v1.DeathRegistered, { residentId, diedOn, district: '410105', registeredAt: firstDay }, number, 3);
const corrected = (residentId: string, number: string, sequence: number, diedOn?: string) =>
  say(v1.DeathCorrected, { residentId, correctedAt: firstDay, ...(diedOn && { diedOn }) }, number, sequence);

async function granted(residentId: string): Promise<string> {
  const earlier = { assessment: { outcome: 'granted', level: 2, score: 50 } };
  const asked = stepRequested(aStep('elderly-care', 'elderly-care-allowance'), { earlier, residentId });
  const id = `${await telling.say(casework.v1.StepRequested, asked)}/elderly-care-allowance`;
  await telling.next(entitlements.v1.EntitlementStarted, id);
  return id;
}
const stops = (id: string) => telling.of(entitlements.v1.EntitlementStopped, id).map(({ from }) => from);
const overpaid = (id: string) =>
  telling.of(entitlements.v1.EntitlementOverpaid, id).map(({ months }) => months.map(({ month }) => month));

test('a death stops what is drawn from the next month on, once; heard late, what was overpaid is said; corrected, it is restored', async () => {
  const id = await granted('r-1');
  await city.pass(100, service);
  await registered('r-1', 'LB1', '2026-04-18');
  await registered('r-1', 'LB1', '2026-04-18');
  await telling.next(entitlements.v1.EntitlementOverpaid, id);

  await corrected('r-1', 'LB1', 5, '2026-05-02');
  await telling.next(entitlements.v1.EntitlementStopped, id, 2);
  expect(stops(id)).toEqual(['2026-05', '2026-06']);

  await corrected('r-1', 'LB1', 8);
  await telling.next(entitlements.v1.EntitlementResumed, id, 2);
  // Come again after its correction.
  await registered('r-1', 'LB1', '2026-04-18');
  const other = await granted('r-2');
  await registered('r-2', 'LB2', '2026-06-05');
  await telling.next(entitlements.v1.EntitlementStopped, other);

  expect(stops(id)).toEqual(['2026-05', '2026-06']);
  expect(overpaid(id)[0]).toEqual(['2026-05', '2026-06']);
  expect(overpaid(id).at(-1)).toEqual([]);
  expect(telling.of(entitlements.v1.EntitlementResumed, id).map(({ arrears }) => arrears)).toEqual([true, true]);
});

test('of somebody who draws nothing nothing is said, and what is granted to the dead stops at once', async () => {
  const before = telling.heard.length;
  await registered('r-3', 'LB3', '2026-03-10');
  const other = await granted('r-4');
  await registered('r-4', 'LB4', '2026-06-05');
  await telling.next(entitlements.v1.EntitlementStopped, other);
  const whose = telling.heard.slice(before).filter(({ headers }) => headers['ce_source']?.includes('elderly-care'));
  expect(whose.every(({ key }) => other.startsWith(key))).toBe(true);

  const id = await granted('r-3');
  expect(await telling.next(entitlements.v1.EntitlementStopped, id)).toMatchObject({ cause: 'death' });
});
