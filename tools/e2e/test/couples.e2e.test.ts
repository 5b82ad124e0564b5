import { consentToMeans } from '../src/demo/elderly-parent';
import { decode, readTopics } from '../src/topics';
import { waitFor } from '../src/wait-for';
import { auditOf } from './harness/audit';
import { type TestCity, startCity } from './harness/city';
import { homeOf, registerCouples, spousesOf } from './harness/couples';
import { SubmissionLedger, inParallel } from './harness/ledger';
import { testServers } from './harness/servers';

/** The short form, part of every run; LIANBAN_COUPLES=1000 is the proof the issue asks for. */
const couples = Number(process.env['LIANBAN_COUPLES'] ?? 40);
const atOnce = 20;
const patienceMs = 240_000 + couples * 1_000;

const dibao = { package: 'minimum-living-allowance', answers: {}, materials: [], consents: [consentToMeans] };
const parentCare = { ...dibao, package: 'elderly-parent-care', answers: { wantsMinimumLiving: true } };

let city: TestCity;
beforeAll(async () => {
  const servers = testServers();
  city = await startCity({ name: 'couples', servers, residents: 1, env: { LOG_LEVEL: 'warn' }, apart: true });
  await registerCouples(city.address('residents'), couples);
}, patienceMs);
afterAll(() => city?.stop());

const as = (sub: string) => city.as({ role: 'resident', sub });
/** Cases of the allowance that have come to this. */
const cases = (filter: object) =>
  city
    .collection('social-assistance', 'cases')
    .countDocuments({ 'state.file.request.item': 'minimum-living-allowance', ...filter });

test(
  `${couples} couples, both at once through two packages, processes killed between: ${couples} grants`,
  async () => {
    const ledger = new SubmissionLedger();
    let submitted = 0;
    const all = inParallel(couples, atOnce, async (n) => {
      const [husband, wife] = spousesOf(n);
      await Promise.all([ledger.persist(as(husband), parentCare), ledger.persist(as(wife), dibao)]);
      submitted++;
    });
    // Whoever holds the claims, whoever asks for them, and whoever asks for the cases, each in the middle of it.
    for (const [killedSoFar, service] of ['residents', 'social-assistance', 'applications'].entries()) {
      await waitFor('some have applied', async () => submitted >= (couples * killedSoFar) / 4 || undefined, patienceMs);
      await city.services.kill(service);
      await city.services.start(service);
    }
    await all;
    expect({ accepted: ledger.accepted.size, failed: ledger.failed.size, unknown: ledger.unknown.size }).toEqual({
      ...{ accepted: 2 * couples, failed: 0, unknown: 0 },
    });
    const refused = { 'state.status': 'decided', 'state.ruling.reason': 'already-granted' };
    await waitFor(
      'one of each couple is refused, and the other told to the public',
      async () =>
        ((await cases(refused)) === couples && (await cases({ 'state.status': 'notice' })) === couples) || undefined,
      patienceMs,
    );
    await city.moveDays(8);
    const granted = { 'state.status': 'decided', 'state.ruling.outcome': 'granted' };
    await waitFor('each couple is granted', async () => (await cases(granted)) >= couples || undefined, patienceMs);
    expect([await cases(granted), await cases(refused)]).toEqual([couples, couples]);

    const homes = Array.from({ length: couples }, (_, n) => homeOf(n)).toSorted();
    const drawn = await city.collection('social-assistance', 'entitlements').find({}).toArray();
    expect(drawn.map(({ state }) => (state as { holder: { id: string } }).holder.id).toSorted()).toEqual(homes);
    const started = await waitFor('each was told', async () => {
      const records = await readTopics(city.brokers, city.topics);
      const found = records.filter(({ type }) => type === 'entitlements.v1.EntitlementStarted');
      return found.length >= couples ? found : undefined;
    });
    const holders = started.map((record) => (decode(record) as { ref: { holderId: string } }).ref.holderId);
    expect(holders.toSorted()).toEqual(homes);
  },
  patienceMs,
);

test('topics and documents agree, and nothing is parked', async () => {
  const { audit, faults } = await auditOf(city);
  expect(faults).toEqual([]);
  expect(audit.duplicates).toBe(0);
});
