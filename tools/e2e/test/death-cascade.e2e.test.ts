import { connect } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import { residents } from '@lianban/protos';
import { afterDeathApplication } from '../src/demo/after-death';
import { type DemoClient, GatewayError } from '../src/demo/client';
import { consentToMeans, moderateLoss } from '../src/demo/elderly-parent';
import { demoFamilies } from '../src/demo/families';
import { registerFamilies } from '../src/demo/put-in-place';
import { decide } from '../src/desk';
import { decode, readTopics } from '../src/topics';
import { applicationWhen, ended, stands, waitFor } from '../src/wait-for';
import { auditOf } from './harness/audit';
import { type TestCity, startCity } from './harness/city';
import { testServers } from './harness/servers';

// areas.md §1, the table of what follows on DeathRegistered.

let city: TestCity;
beforeAll(async () => {
  city = await startCity({ name: 'death-cascade', servers: testServers(), residents: 1, outside: true });
  await registerFamilies(city.address('residents'));
  await poor('family-widow');
}, 300_000);
afterAll(() => city?.stop());

const as = (sub: string): DemoClient => city.as({ role: 'resident', sub });
const husband = () => as('husband-1');

/** Below the line, so that the household may have the minimum living allowance. */
async function poor(householdId: string): Promise<void> {
  const { ResidentsServiceService } = residents.v1;
  const { call, close } = connect(ResidentsServiceService, city.address('residents'), 'registry', 'residents');
  const { household } = demoFamilies.find((each) => each.household.householdId === householdId)!;
  const members = household.members.map((member) => ({ ...member, monthlyIncomeCents: 20_000 }));
  const put = await call.putHousehold({ ...household, members, savingsCents: 100_000 });
  close();
  if (isRefusal(put)) throw new Error(put.detail);
}

const saidOf = async (type: string) =>
  (await readTopics(city.brokers, city.topics))
    .filter((record) => record.type === `entitlements.v1.${type}`)
    .map((record) => decode(record) as { readonly ref: Readonly<Record<string, string>>; from?: string; by?: string })
    .filter(({ ref }) => ref['payeeId'] === 'husband-1');
const benefitsOf = async (type: string) => (await saidOf(type)).map(({ ref }) => ref['benefit']).toSorted();

const refusalOf = (of: Promise<unknown>) =>
  of.then(
    () => 'accepted',
    (error: unknown) => (error instanceof GatewayError ? error.slug : String(error)),
  );
const mandatesOf = async (sub: string) => {
  const { received } = await as(sub).get<{
    received: readonly { principal: { residentId: string }; status: string }[];
  }>('/api/me/mandates');
  return received.filter(({ principal }) => principal.residentId === 'husband-1').map(({ status }) => status);
};

test('a man draws age allowance, care allowance and dibao, has given a mandate and begun a form', async () => {
  const parent = await husband().submit({
    package: 'elderly-parent-care',
    answers: { wantsMinimumLiving: true },
    materials: [],
    consents: [consentToMeans],
  });
  const found = { outcome: 'granted', reason: 'assessed', findings: moderateLoss };
  await decide(city.officer('elderly-care'), parent, 'assessment', found);
  await applicationWhen(husband(), parent, 'the notice runs', stands('minimum-living', 'paused'));
  const aged = await husband().submit({
    package: 'age-allowance',
    answers: { bornOn: '1945-10-08' },
    materials: [{ code: 'payment-account', grade: 'D', reference: 'promised-online' }],
  });
  await applicationWhen(husband(), aged, 'the age allowance is granted', ended('completed'));
  await city.moveDays(8);
  await applicationWhen(husband(), parent, 'dibao is granted', ended('completed'));
  expect(await benefitsOf('EntitlementStarted')).toEqual([
    'age-allowance',
    'elderly-care-allowance',
    'minimum-living-allowance',
  ]);
  const scope = { packages: ['open-small-shop'], until: '2026-12-31' };
  await husband().post('/api/me/mandates', { to: 'resident-1', ...scope });
  expect(await mandatesOf('resident-1')).toEqual(['in-force']);
}, 300_000);

test('he dies: all that follows is there, once', async () => {
  const application = { ...afterDeathApplication, answers: { ...afterDeathApplication.answers, wasInsured: false } };
  const number = await as('widow-1').submit(application);
  await applicationWhen(as('widow-1'), number, 'the death is registered', stands('cancel-register', 'granted'));
  await applicationWhen(as('widow-1'), number, 'all of it is done', ended('completed'));
  await waitFor('what he drew is stopped', async () =>
    (await benefitsOf('EntitlementStopped')).length >= 2 ? true : undefined,
  );
  expect(await benefitsOf('EntitlementStopped')).toEqual(['age-allowance', 'elderly-care-allowance']);
  for (const { from } of await saidOf('EntitlementStopped')) expect(from?.slice(0, 4)).toBe('2026');
  // Dibao is the household's: it goes on, and is looked at within three months of the death.
  expect((await saidOf('EntitlementRecheckDue')).map(({ ref, by }) => `${ref['benefit']} ${by}`)).toEqual([
    'minimum-living-allowance 2026-05-20',
  ]);
  expect(await mandatesOf('resident-1')).toEqual(['lapsed']);
  const again = husband().submit({ package: 'age-allowance', answers: { bornOn: '1945-10-08' }, materials: [] });
  expect(await refusalOf(again)).toBe('applicant-died');
  const dead = (await readTopics(city.brokers, city.topics)).filter(
    ({ type }) => type === 'public_security.v1.DeathRegistered',
  );
  expect(dead).toHaveLength(1);
}, 300_000);

test('topics and documents agree, and nothing is parked', async () => {
  const { audit, faults } = await auditOf(city);
  expect(faults).toEqual([]);
  expect(audit.duplicates).toBe(0);
});
