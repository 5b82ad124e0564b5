import { MongoClient } from 'mongodb';
import { auditOf } from './harness/audit';
import { type TestCity, startCity } from './harness/city';
import { allEnded } from './harness/document-audit';
import { fourDepartments, stepsOfFour } from './harness/four-departments';
import { SubmissionLedger, inParallel } from './harness/ledger';
import { testServers } from './harness/servers';

/** The short form, part of every run; LIANBAN_MANY=10000 proves more. */
const many = Number(process.env['LIANBAN_MANY'] ?? 2_000);
const residents = 40;
const atOnce = 200;

let city: TestCity;
beforeAll(async () => {
  city = await startCity({
    name: 'many-applications',
    servers: testServers(),
    residents,
    env: { LOG_LEVEL: 'warn' },
    apart: true,
  });
});
afterAll(() => city?.stop());

// How fast is the benchmark's question: a machine that is ten times slower passes, too.
const patienceMs = 1_200_000;

const everyOne = async () => {
  const clients = Array.from({ length: residents }, (_, n) => city.assisted(n + 1));
  const ledger = new SubmissionLedger();
  await inParallel(many, atOnce, (n) => ledger.persist(clients[n % residents]!, fourDepartments));
  expect({ failed: ledger.failed.size, unknown: ledger.unknown.size }).toEqual({ failed: 0, unknown: 0 });
  expect(new Set(ledger.numbers).size).toBe(many);

  await allEnded(city, patienceMs / 2);
  const { audit, faults } = await auditOf(city);
  expect(faults).toEqual([]);
  expect(new Set(ledger.numbers)).toEqual(audit.submitted);
  expect([...audit.endings.values()].filter((ending) => ending === 'completed')).toHaveLength(many);
  expect(audit.decisions.size).toBe(many * stepsOfFour.length);
  expect([...audit.decisions.values()].filter(({ granted }) => !granted)).toEqual([]);
};
test(`${many} applications: no record lost, no effect doubled, each one's events in order`, everyOne, patienceMs);

// An application of four steps with its timeline is under 5 kB, a department's case under 3 kB.
const largestKb = 8;
// A block has at most five hundred digests of reads.
const largestPageKb = 40;
// One document for each process, replaced by its next batch, and the catalogue.
const passing = ['outbox', 'catalogue'];

test('the size of a document does not grow with the number of applications', async () => {
  const mongo = await new MongoClient(testServers().mongoUrl).connect();
  try {
    const grown: string[] = [];
    for (const service of city.services.storing)
      for (const collection of await mongo.db(`${city.prefix}${service}`).collections()) {
        const { collectionName: name } = collection;
        if (passing.includes(name)) continue;
        const largest = { $group: { _id: null, bytes: { $max: { $bsonSize: '$$ROOT' } } } };
        const [found] = await collection.aggregate<{ bytes: number }>([largest]).toArray();
        const most = name === 'pages' ? largestPageKb : largestKb;
        if ((found?.bytes ?? 0) > most * 1024) grown.push(`${service} ${name}: ${found?.bytes} bytes`);
      }
    expect(grown).toEqual([]);
  } finally {
    await mongo.close();
  }
});
