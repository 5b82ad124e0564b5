import { consentToMeans, everythingForAParent as wishes, moderateLoss } from '../src/demo/elderly-parent';
import type { DemoClient, ShownApplication } from '../src/demo/client';
import { applicationWhen, ended, stands } from '../src/wait-for';
import { auditOf } from './harness/audit';
import { type TestCity, startCity } from './harness/city';
import { caseWhen, decide, stepOf, words } from '../src/desk';
import { testServers } from './harness/servers';

/** 68 of 90 points: level 1 轻度失能. */
const helped = [
  'eating',
  'grooming',
  'bathing',
  'upperDressing',
  'lowerDressing',
  'urination',
  'defecation',
  'toileting',
];
const mildLoss = { ...moderateLoss, ...Object.fromEntries([...helped, 'walking'].map((item) => [item, 4])) };

let city: TestCity;
let assessor: DemoClient;
beforeAll(async () => {
  city = await startCity({ name: 'elderly-parent', servers: testServers(), residents: 19 });
  assessor = city.officer('elderly-care', 'assessor-1');
});
afterAll(() => city?.stop());

const assess = (number: string, findings: Readonly<Record<string, number>>) =>
  decide(assessor, number, 'assessment', { outcome: 'granted', reason: 'assessed', findings });

/** An application whose steps are all decided, except that the public notice of the minimum living allowance still runs. */
async function untilNotice(resident: DemoClient): Promise<string> {
  const number = await resident.submit(await wishes(resident));
  await assess(number, moderateLoss);
  // Only copies of papers were handed in, so an officer checks the originals.
  await decide(city.officer('permits'), number, 'home-adaptation', { outcome: 'granted', reason: 'conditions-met' });
  await applicationWhen(
    resident,
    number,
    'only the public notice is left',
    (now) =>
      ['assessment', 'allowance', 'home-adaptation', 'caregiver-course'].every((id) => stands(id, 'granted')(now)) &&
      stands('minimum-living', 'paused')(now),
  );
  return number;
}

test('one application runs through four departments and ends after the public notice', async () => {
  const resident = city.resident(1);
  const number = await untilNotice(resident);
  await city.moveDays(8);
  const end = await applicationWhen(resident, number, 'it is completed', ended('completed'));

  expect(stepOf(end, 'assessment')).toMatchObject({ status: 'granted', facts: { level: 2 } });
  expect(stepOf(end, 'allowance')).toMatchObject({ status: 'granted', facts: { amountCents: expect.any(Number) } });
  expect(stepOf(end, 'minimum-living')).toMatchObject({
    status: 'granted',
    facts: { kind: 'minimum-living-allowance', persons: 1 },
  });
  expect(stepOf(end, 'home-adaptation')).toMatchObject({ facts: { permitNumber: `HA-${number}` } });
  expect(stepOf(end, 'caregiver-course')).toMatchObject({ facts: { course: 'caregiver-course', seat: 1 } });
  expect(words(end)).toEqual(['submitted', 'ended completed']);
  expect(words(end, 'assessment')).toEqual(['requested', 'accepted', 'granted assessed']);
  expect(words(end, 'allowance')).toEqual(['requested', 'accepted', 'granted conditions-met']);
  expect(words(end, 'minimum-living')).toEqual([
    'requested',
    'accepted',
    'paused public-notice',
    'granted conditions-met',
  ]);
  expect(words(end, 'home-adaptation')).toEqual(['requested', 'accepted', 'granted conditions-met']);
  expect(words(end, 'caregiver-course')).toEqual(['requested', 'accepted', 'granted seat-reserved']);
});

test('without loss of ability the allowance step is skipped, and steps not applied for do not start', async () => {
  const resident = city.resident(13);
  const number = await resident.submit({ package: 'elderly-parent-care', answers: {}, materials: [] });
  await assess(number, mildLoss);
  const end = await applicationWhen(resident, number, 'it is completed', ended('completed'));
  expect(stepOf(end, 'assessment')).toMatchObject({ status: 'granted', facts: { level: 1 } });
  for (const step of ['allowance', 'minimum-living', 'home-adaptation', 'caregiver-course'])
    expect(stepOf(end, step)).toMatchObject({ status: 'not-needed' });
});

test('an objection during the public notice brings the case back to an officer, and a new notice', async () => {
  const resident = city.resident(7);
  const number = await untilNotice(resident);
  const objection = `/api/applications/${number}/steps/minimum-living/objection`;
  const key = { 'Idempotency-Key': 'once' };
  for (let time = 1; time <= 2; time++) await resident.post(objection, { reason: 'They own two homes.' }, key);
  const officer = city.officer('social-assistance');
  const checking = await caseWhen(officer, number, 'minimum-living', 'accepted');
  expect(checking).toMatchObject({ objections: [{ text: 'They own two homes.' }] });
  await decide(officer, number, 'minimum-living', { outcome: 'granted', reason: 'checked-again', findings: {} });
  const again = await applicationWhen(resident, number, 'there is a new notice', (now) =>
    words(now, 'minimum-living').join().endsWith('paused public-notice'),
  );
  expect(words(again, 'minimum-living').filter((word) => word === 'paused public-notice')).toHaveLength(2);
  await city.moveDays(8);
  const end = await applicationWhen(resident, number, 'it is completed', ended('completed'));
  expect(stepOf(end, 'minimum-living')).toMatchObject({ status: 'granted' });
});

test('the live stream delivers every version once and in order, to the end', async () => {
  const resident = city.resident(4);
  const number = await resident.submit({ package: 'elderly-parent-care', answers: {}, materials: [] });
  const seen: ShownApplication[] = [];
  const watching = (async () => {
    for await (const now of resident.watch(number, AbortSignal.timeout(60_000))) seen.push(now);
  })();
  await assess(number, moderateLoss);
  await watching;
  const versions = seen.map(({ version }) => version);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.at(-1)).toMatchObject({ status: 'completed' });
});

test('a child applies for a parent by a mandate; both are recorded; a revoked mandate ends at once', async () => {
  const [parent, child, stranger] = [city.resident(10), city.resident(6), city.resident(1)];
  const forParent = { 'on-behalf-of': 'resident-10' };
  const apply = (client: DemoClient, idempotencyKey: string) =>
    client.post<{ applicationNumber: string }>(
      '/api/applications',
      { package: 'elderly-parent-care', answers: {} },
      { ...forParent, 'idempotency-key': idempotencyKey },
    );
  await expect(apply(child, 'k-1')).rejects.toThrow('403 mandate-missing');
  const scope = { packages: ['elderly-parent-care'], until: '2026-12-31' };
  const { id } = await child.post<{ id: string }>('/api/me/mandates', { from: 'resident-10', ...scope });
  await expect(child.post(`/api/me/mandates/${id}/confirmation`)).rejects.toThrow('403 not-the-principal');
  await expect(stranger.post(`/api/me/mandates/${id}/confirmation`)).rejects.toThrow('404 mandate-not-found');
  await parent.post(`/api/me/mandates/${id}/confirmation`);

  const { applicationNumber: number } = await apply(child, 'k-1');
  await expect(apply(stranger, 'k-1')).rejects.toThrow('403 mandate-missing');
  // The child's own list does not contain it; the parent sees what was done in their name, and by whom.
  expect(await child.get('/api/applications')).toEqual({ applications: [] });
  expect(await child.get('/api/applications', forParent)).toMatchObject({
    applications: [{ applicationNumber: number, residentId: 'resident-10', agent: 'resident-6' }],
  });
  await expect(child.get(`/api/applications/${number}`)).rejects.toThrow('404');
  await child.post(`/api/applications/${number}/withdrawal`, { reason: 'She is better.' }, forParent);
  const shown = await applicationWhen(parent, number, 'it is withdrawn', ended('withdrawn'));
  expect(shown.timeline.filter(({ agent }) => agent === 'resident-6').map(({ what }) => what)).toEqual([
    'submitted',
    'withdrawn',
  ]);

  await parent.post(`/api/me/mandates/${id}/revocation`);
  await expect(child.get(`/api/applications/${number}`, forParent)).rejects.toThrow('403 mandate-missing');
  await expect(apply(child, 'k-2')).rejects.toThrow('403 mandate-missing');
});

test('topics and documents agree, each subject counts from one, and nothing is parked', async () => {
  const { audit, faults } = await auditOf(city);
  expect(faults).toEqual([]);
  expect([...audit.endings.values()].sort()).toEqual(['completed', 'completed', 'completed', 'completed', 'withdrawn']);
});

test('means are shared only with consent: it is asked for as a supplement, given later, and revoked for the future', async () => {
  const resident = city.resident(16);
  const allowance = { package: 'elderly-parent-care', answers: { wantsMinimumLiving: true } };
  const number = await resident.submit(allowance);
  const asked = await applicationWhen(resident, number, 'consent is missing', stands('minimum-living', 'supplement'));
  expect(stepOf(asked, 'minimum-living')).toMatchObject({ missing: [{ code: 'household-authorisation' }] });
  const readers = async () =>
    (await resident.get<{ reads: { reader: string }[] }>('/api/me/reads')).reads.map(({ reader }) => reader);
  expect(await readers()).not.toContain('social-assistance');

  const supplement = `/api/applications/${number}/steps/minimum-living/supplement`;
  const outdated = resident.post(supplement, { consents: [{ ...consentToMeans, version: '2025-1' }] });
  await expect(outdated).rejects.toMatchObject({ status: 422, slug: 'consent-outdated' });
  await resident.post(supplement, { consents: [consentToMeans] });
  await applicationWhen(resident, number, 'the means are known', stands('minimum-living', 'paused'));
  expect(await readers()).toContain('social-assistance');

  const mine = () => resident.get<{ consents: { id: string; revokedAt?: string }[] }>('/api/me/consents');
  const [given] = (await mine()).consents;
  expect(given).toMatchObject({ applicationNumber: number, to: 'social-assistance', form: 'on-site' });
  await resident.post(`/api/me/consents/${given!.id}/revocation`);
  expect((await mine()).consents).toMatchObject([{ id: given!.id, revokedAt: expect.any(String) }]);
  await expect(city.resident(5).post(`/api/me/consents/${given!.id}/revocation`)).rejects.toMatchObject({
    status: 404,
  });
});

// After the audit above, which lets no step be decided twice: a review does.
test('what a rule refused is looked at by a person for whoever asks, and what was found is decided on', async () => {
  const resident = city.resident(19);
  const wanted = await wishes(resident);
  const answers = { wantsHomeAdaptation: true, ownerConsent: true, touchesStructure: true };
  const number = await resident.submit({ ...wanted, answers });
  await assess(number, mildLoss);
  const refused = await applicationWhen(resident, number, 'a rule has refused', ended('partly-granted'));
  const reviewBy = expect.stringMatching(/^2026-/);
  expect(stepOf(refused, 'home-adaptation')).toMatchObject({ status: 'refused', decidedBy: 'rule', reviewBy });

  await resident.post(`/api/applications/${number}/steps/home-adaptation/objection`, { reason: 'No wall is touched.' });
  const officer = city.officer('permits');
  const found = await caseWhen(officer, number, 'home-adaptation', 'accepted');
  expect(found).toMatchObject({ handedOver: 'review-asked', objections: [{ text: 'No wall is touched.' }] });
  const findings = { touchesStructure: false };
  await decide(officer, number, 'home-adaptation', { outcome: 'granted', reason: 'conditions-met', findings });
  const end = await applicationWhen(resident, number, 'it is completed', ended('completed'));
  expect(stepOf(end, 'home-adaptation')).toMatchObject({ status: 'granted', decidedBy: 'officer' });
  expect(words(end, 'home-adaptation')).toEqual([
    'requested',
    'accepted',
    'refused structure-touched',
    expect.stringMatching(/^review-asked /),
    'accepted',
    'granted conditions-met',
  ]);
});
