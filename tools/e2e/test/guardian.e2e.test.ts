import { randomUUID } from 'node:crypto';
import { connect, grpcSecurity } from '@lianban/grpc';
import { residents } from '@lianban/protos';
import { type DemoClient, GatewayError } from '../src/demo/client';
import { consentToMeans } from '../src/demo/elderly-parent';
import { demoFamilies } from '../src/demo/families';
import { registerFamilies } from '../src/demo/put-in-place';
import { applicationWhen, stands } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { testServers } from './harness/servers';

/** An unmarried mother, her child of ten, and the grown-up brother who moves in with them. */
const [mother, child, uncle] = ['mother-3', 'child-3', 'father-4'];
const allowance = { package: 'minimum-living-allowance', answers: {} };
const forChild = { 'on-behalf-of': child };

let city: TestCity;
beforeAll(async () => {
  city = await startCity({ name: 'guardian', servers: testServers(), residents: 1 });
  await registerFamilies(city.address('residents'));
});
afterAll(() => city?.stop());

const as = (sub: string): DemoClient => city.as({ role: 'resident', sub });
const refusalOf = (of: Promise<unknown>) =>
  of.then(
    () => 'accepted',
    (error: unknown) => (error instanceof GatewayError ? error.slug : String(error)),
  );
const apply = (who: string, application: object, headers: Readonly<Record<string, string>> = {}) =>
  as(who).post<{ applicationNumber: string }>('/api/applications', application, {
    'idempotency-key': randomUUID(),
    ...headers,
  });
const consentsOf = async (who: string) =>
  (await as(who).get<{ consents: Record<string, unknown>[] }>('/api/me/consents')).consents;

/** The counter enters that the brother lives with the two; by this he is nobody's guardian. */
async function moveIn() {
  const security = grpcSecurity('registry', undefined, { error: () => undefined });
  const { call, close } = connect(
    residents.v1.ResidentsServiceService,
    city.address('residents'),
    'registry',
    'residents',
    [],
    security,
  );
  const of = (id: string) => demoFamilies.find(({ members }) => members.some(({ residentId }) => residentId === id))!;
  const [old, home] = [of(uncle).household, of(mother).household];
  const isUncle = ({ residentId }: { readonly residentId: string }) => residentId === uncle;
  await call.putHousehold({ ...old, members: old.members.filter((each) => !isUncle(each)) });
  await call.putHousehold({ ...home, members: [...home.members, ...old.members.filter(isUncle)] });
  close();
}

test('consent for a child is the guardian’s, with the application and with a supplement, and the book names who gave it', async () => {
  expect(await refusalOf(apply(child, { ...allowance, consents: [consentToMeans] }))).toBe('guardian-acts');
  expect(await refusalOf(apply(uncle, { ...allowance, consents: [consentToMeans] }, forChild))).toBe('mandate-missing');
  expect(await consentsOf(child)).toEqual([]);

  const { applicationNumber: number } = await apply(mother, allowance, forChild);
  const asked = stands('minimum-living-allowance', 'supplement');
  await applicationWhen(as(child), number, 'consent is missing', asked);
  const supplement = `/api/applications/${number}/steps/minimum-living-allowance/supplement`;
  const brought = { consents: [consentToMeans] };
  expect(await refusalOf(as(child).post(supplement, brought))).toBe('guardian-acts');
  expect(await refusalOf(as(uncle).post(supplement, brought, forChild))).toBe('mandate-missing');
  expect(await consentsOf(child)).toEqual([]);

  await as(mother).post(supplement, brought, forChild);
  await applicationWhen(as(child), number, 'the means are known', (now) => !asked(now));
  expect(await consentsOf(child)).toMatchObject([{ applicationNumber: number, form: 'on-site', agent: mother }]);
});

test('who only lives with a child applies about no child, and is not told of any', async () => {
  await moveIn();
  const about = { kind: 'child', residentId: child };
  const subsidy = { package: 'childcare-subsidy', answers: { bornOn: '2015-06-11' }, about };
  expect(await refusalOf(apply(uncle, subsidy))).toBe('subject-unrelated');
  expect(await as(uncle).get('/api/me/children')).toEqual({ children: [] });
  expect(await as(mother).get('/api/me/children')).toMatchObject({ children: [{ residentId: child }] });
});
