import { connect, grpcSecurity } from '@lianban/grpc';
import { residents } from '@lianban/protos';
import { afterDeathApplication, balanceFound, survivorFound } from '../src/demo/after-death';
import type { DemoClient, ShownApplication } from '../src/demo/client';
import { assisted } from '../src/demo/assisted';
import { consentToMeans } from '../src/demo/elderly-parent';
import { demoFamilies } from '../src/demo/families';
import { registerFamilies } from '../src/demo/put-in-place';
import { atCounter } from '../src/city';
import { decide, stepOf } from '../src/desk';
import { applicationWhen, ended, stands, waitFor } from '../src/wait-for';
import { auditOf } from './harness/audit';
import { type TestCity, startCity } from './harness/city';
import { testServers } from './harness/servers';

/** A retired couple, and an unmarried mother with her child of ten: both households live on little. */
const [husband, widow, mother, child] = ['husband-1', 'widow-1', 'mother-3', 'child-3'];

let city: TestCity;
beforeAll(async () => {
  city = await startCity({ name: 'granted-once', servers: testServers(), residents: 1, outside: true });
  await registerFamilies(city.address('residents'));
  await impoverish('family-widow', 'family-alone');
}, 240_000);
afterAll(() => city?.stop());

const as = (sub: string): DemoClient => city.as({ role: 'resident', sub });
const dibao = { package: 'minimum-living-allowance', answers: {}, materials: [], consents: [consentToMeans] };
const parentCare = {
  ...{ package: 'elderly-parent-care', answers: { wantsMinimumLiving: true } },
  ...{ materials: [], consents: [consentToMeans] },
};

async function impoverish(...households: readonly string[]) {
  const security = grpcSecurity('registry', undefined, { error: () => undefined });
  const { ResidentsServiceService } = residents.v1;
  const at = city.address('residents');
  const { call, close } = connect(ResidentsServiceService, at, 'registry', 'residents', [], security);
  for (const { household } of demoFamilies.filter((each) => households.includes(each.household.householdId))) {
    const members = household.members.map((member) => ({ ...member, monthlyIncomeCents: 30_000 }));
    await call.putHousehold({ ...household, members, savingsCents: 500_000 });
  }
  close();
}

const look = (who: string, number: string) => as(who).get<ShownApplication>(`/api/applications/${number}`);
const taken = { status: 'refused', reason: 'already-granted' };
/** The number of the application that the refusal names. */
const namedBy = async (who: string, number: string, step: string) => {
  const now = await applicationWhen(as(who), number, 'it is refused', stands(step, 'refused'));
  expect(stepOf(now, step)).toMatchObject({ ...taken, grounds: expect.any(Array) as unknown });
  const { grounds = [] } = stepOf(now, step) as { grounds?: { code: string; facts?: { number?: string } }[] };
  return grounds.find(({ code }) => code === 'granted-once')?.facts?.number;
};
const drawnBy = (department: string, holder: string) =>
  city.collection(department, 'entitlements').find({ 'state.holder.id': holder }).toArray();

test('of both spouses at once through two packages one is granted, and the other is told the number', async () => {
  const [his, hers] = await Promise.all([as(husband).submit(parentCare), as(widow).submit(dibao)]);
  const hisStep = 'minimum-living';
  const herStep = 'minimum-living-allowance';
  const isHis = await waitFor('one of them is refused', async () => {
    if (stands(hisStep, 'refused')(await look(husband, his))) return false;
    return stands(herStep, 'refused')(await look(widow, hers)) || undefined;
  });
  if (isHis) expect(await namedBy(widow, hers, herStep)).toBe(his);
  else expect(await namedBy(husband, his, hisStep)).toBe(hers);
  await city.moveDays(8);
  const granted = isHis
    ? applicationWhen(as(husband), his, 'it is granted', stands(hisStep, 'granted'))
    : applicationWhen(as(widow), hers, 'it is granted', stands(herStep, 'granted'));
  await granted;
  expect(await drawnBy('social-assistance', 'family-widow')).toHaveLength(1);
  const dibaoDrawn = {
    benefit: 'minimum-living-allowance',
    household: true,
    from: '2026-04',
    lookBy: expect.any(String),
  };
  for (const who of [husband, widow])
    expect(await as(who).get('/api/me/entitlements')).toMatchObject({ entitlements: [dibaoDrawn], unavailable: [] });
}, 240_000);

test('what a guardian asks for a child is the household’s, and is found again at the counter', async () => {
  const forChild = { 'on-behalf-of': child, 'idempotency-key': 'for-child' };
  const { applicationNumber: first } = await as(mother).post<{ applicationNumber: string }>(
    '/api/applications',
    dibao,
    forChild,
  );
  await applicationWhen(as(child), first, 'the public is told', stands('minimum-living-allowance', 'paused'));
  const counter = assisted(mother, as(mother), city.as({ ...atCounter, sub: 'counter-1' }));
  const second = await counter.submit(dibao);
  expect(await namedBy(mother, second, 'minimum-living-allowance')).toBe(first);
}, 240_000);

test('after a death the household’s goes on and is not granted anew; the person’s own is given up', async () => {
  const allowance = {
    ...{ package: 'age-allowance', answers: { bornOn: '1945-10-08' } },
    materials: [{ code: 'payment-account', grade: 'D', reference: 'promised-online' }],
  };
  const own = await as(husband).submit(allowance);
  await applicationWhen(as(husband), own, 'it is granted', ended('completed'));
  const claimed = () => city.collection('residents', 'benefitClaims').findOne({ 'state.benefit': 'age-allowance' });
  expect(await claimed()).toMatchObject({ state: { held: { caseId: `${own}/age-allowance` } } });

  const death = await as(widow).submit(afterDeathApplication);
  const insurance = city.officer('social-security', 'survivors-1');
  await decide(insurance, death, 'survivor', survivorFound);
  await decide(insurance, death, 'pension-account', balanceFound);
  await applicationWhen(as(widow), death, 'it is completed', ended('completed'));
  const free = await waitFor('the claim is given up', async () => {
    const found = await claimed();
    return found && !found.state.held ? found.state : undefined;
  });
  // Died in February; the allowance was to begin in April.
  expect(free).toMatchObject({ freeFrom: '2026-04' });

  const again = await as(widow).submit(dibao);
  expect(await namedBy(widow, again, 'minimum-living-allowance')).toBeDefined();
  expect(await drawnBy('social-assistance', 'family-widow')).toHaveLength(1);
}, 240_000);

test('topics and documents agree, and nothing is parked', async () => {
  const { audit, faults } = await auditOf(city);
  expect(faults).toEqual([]);
  expect(audit.duplicates).toBe(0);
});
