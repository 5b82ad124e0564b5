import { randomUUID } from 'node:crypto';
import { type DemoClient, GatewayError, type ShownApplication } from '../src/demo/client';
import { demoOrganisations } from '../src/demo/organisations';
import { enterOrganisations, registerFamilies } from '../src/demo/put-in-place';
import { waitFor } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { testServers } from './harness/servers';

const [company] = demoOrganisations;
const code = company!.creditCode;
const [representative, next, agent] = ['father-1', 'mother-1', 'worker-1'];
const forCompany = { 'on-behalf-of': code };
const shop = { package: 'open-small-shop', answers: { premisesArea: 40 } };

let city: TestCity;
beforeAll(async () => {
  city = await startCity({ name: 'organisation', servers: testServers(), residents: 1 });
  await registerFamilies(city.address('residents'));
  await enterOrganisations(city.address('residents'), demoOrganisations);
});
afterAll(() => city?.stop());

const as = (sub: string): DemoClient => city.as({ role: 'resident', sub });
const refusalOf = (of: Promise<unknown>) =>
  of.then(
    () => 'accepted',
    (error: unknown) => (error instanceof GatewayError ? error.slug : String(error)),
  );
const apply = (who: string, application: object) =>
  as(who).post<{ applicationNumber: string }>('/api/applications', application, {
    'idempotency-key': randomUUID(),
    ...forCompany,
  });
const seenBy = async (who: string) =>
  (
    await as(who).get<{ applications: { applicationNumber: string }[] }>('/api/applications', forCompany)
  ).applications.map(({ applicationNumber }) => applicationNumber);

test('an organisation applies through its legal representative and agents, and a new representative goes on', async () => {
  expect(await refusalOf(apply(agent, shop))).toBe('mandate-missing');
  expect(await refusalOf(apply(representative, { package: 'minimum-living-allowance', answers: {} }))).toBe(
    'applicant-not-possible',
  );
  const { applicationNumber: number } = await apply(representative, shop);
  // Licence and sign alone: nobody registers a company as unemployed.
  const begun = await waitFor('the drawing is asked for', async () => {
    const now = await as(representative).get<ShownApplication>(`/api/applications/${number}`, forCompany);
    return now.status === 'waiting-for-you' ? now : undefined;
  });
  expect(begun.steps.map(({ id }) => id)).toEqual(['licence', 'sign']);

  await as(representative).post('/api/me/mandates', {
    ...{ to: agent, organisation: code, packages: ['open-small-shop'], until: '2026-12-31' },
  });
  expect(await seenBy(agent)).toEqual([number]);

  await enterOrganisations(city.address('residents'), [{ ...company!, legalRepresentative: next }]);
  for (const former of [representative, agent]) expect(await refusalOf(seenBy(former))).toBe('mandate-missing');
  expect(await seenBy(next)).toEqual([number]);

  await enterOrganisations(city.address('residents'), [
    { ...company!, legalRepresentative: next, status: 'deregistered' },
  ]);
  expect(await refusalOf(seenBy(next))).toBe('organisation-deregistered');
});
