import { MongoClient } from 'mongodb';
import { everythingForAParent, moderateLoss } from '../src/demo/elderly-parent';
import { applicationWhen, ended } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { act, caseWhen, decide } from '../src/desk';
import { testServers } from './harness/servers';
import { layout, shopWithoutLayout } from './harness/shop';

const servers = testServers();
let city: TestCity;
let mongo: MongoClient;
beforeAll(async () => {
  city = await startCity({ name: 'indexes', servers, residents: 4 });
  mongo = await new MongoClient(servers.mongoUrl).connect();
  await profiled(2);
});
afterAll(async () => {
  await profiled(0).catch(() => undefined);
  await mongo?.close();
  await city?.stop();
});

const databaseOf = (service: string) => mongo.db(`${city.prefix}${service}`);
const profiled = (level: number) =>
  Promise.all(city.services.storing.map((service) => databaseOf(service).command({ profile: level })));

interface Profiled {
  readonly ns: string;
  readonly planSummary?: string;
  readonly command: Readonly<Record<string, unknown>>;
}
// Read as a whole on purpose, because they stay small: one document for each process, and the parked keys.
const tiny = ['outbox', 'parked', 'takenOver', 'counters', 'sealing', 'system.profile'];

/** Queries of the services that scanned a whole collection. */
async function scans(): Promise<string[]> {
  const all = await Promise.all(
    city.services.storing.map((service) =>
      databaseOf(service)
        .collection<Profiled>('system.profile')
        .find({ planSummary: /COLLSCAN/ })
        .toArray(),
    ),
  );
  return all
    .flat()
    .filter(({ ns }) => !tiny.includes(ns.split('.').slice(1).join('.')))
    .map(({ ns, command }) => `${ns.slice(city.prefix.length)} ${JSON.stringify(command['filter'] ?? command)}`);
}

test('every query of residents, officers, departments and timers uses an index', async () => {
  const [parent, shop] = [city.resident(1), city.assisted(2)];
  const permits = city.officer('permits');
  const care = await parent.submit(await everythingForAParent(parent));
  const opening = await shop.submit(shopWithoutLayout);
  await decide(city.officer('elderly-care'), care, 'assessment', {
    outcome: 'granted',
    reason: 'assessed',
    findings: moderateLoss,
  });
  await decide(permits, care, 'home-adaptation', { outcome: 'granted', reason: 'conditions-met' });
  await applicationWhen(shop, opening, 'the missing paper is asked for', ended('waiting-for-you'));
  await shop.post(`/api/applications/${opening}/steps/licence/supplement`, await layout(shop));
  await caseWhen(permits, opening, 'licence', 'received');
  await act(permits, opening, 'licence', 'acceptance');
  await act(permits, opening, 'licence', 'pause', { reason: 'inspection' });
  await act(permits, opening, 'licence', 'resumption');
  for (const client of [parent, shop]) {
    await client.get('/api/applications');
    await client.get('/api/applications?limit=1');
    for (const list of ['reads', 'reads?own=false', 'mandates', 'consents']) await client.get(`/api/me/${list}`);
  }
  for (const query of ['', '?status=received', '?status=accepted', '?limit=1'])
    await permits.get(`/api/desk/cases${query}`);
  await decide(permits, opening, 'licence', { outcome: 'refused', reason: 'inspection-failed', findings: {} });
  await applicationWhen(shop, opening, 'it has ended', ended('partly-granted'));
  await city.moveDays(8);
  await applicationWhen(parent, care, 'the notice has run out', ended('completed'));

  expect(await scans()).toEqual([]);
});

test('a query without an index is detected', async () => {
  await databaseOf('permits').collection('cases').findOne({ 'state.file.request.district': 'nowhere' });
  expect(await scans()).toEqual([expect.stringContaining('permits.cases')]);
});
