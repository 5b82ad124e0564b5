import { testPrefix } from '@lianban/infra';
import { MongoClient } from 'mongodb';
import { formerNumber } from '../src/growth/copy';
import { fill } from '../src/growth/fill';
import { likeReal } from '../src/growth/like-real';
import { applicantsOf } from '../src/load/applicants';
import type { Subject } from '../src/load/subject';
import { forgetDatabases, forgetTopics } from '../src/machine/forget';
import { startSystem } from '../src/system/start-system';
import { testServers } from './test-servers';

const prefix = testPrefix();
const applications = 12;
const steps = [20, 50];
let system: Subject;

beforeAll(async () => {
  // A sealed document opens under its own id alone: a copy of it does not.
  system = await startSystem('system', testServers, prefix, { DATA_SEALING: 'off' });
});
afterAll(async () => {
  await system?.stop();
  await forgetDatabases(testServers, prefix);
  await forgetTopics(testServers, prefix);
});

test('copies of finished applications have all that theirs have, and are shown like them', async () => {
  const applicants = await applicantsOf(system, testServers);
  await Promise.all(Array.from({ length: applications }, () => applicants.apply()));
  await applicants.close();
  expect(applicants.outcomes).toEqual({ completed: applications });

  let from = 0;
  for (const to of steps) {
    await fill(testServers, prefix, { from, to, tell: () => undefined });
    from = to;
  }
  await likeReal(testServers, prefix, system, from);

  const client = await new MongoClient(testServers.mongoUrl).connect();
  const count = (service: string, collection: string) =>
    client.db(`${prefix}${service}`).collection(collection).countDocuments();
  const counts = await Promise.all([
    count('applications', 'applications'),
    count('applications', 'requests'),
    count('permits', 'cases'),
    count('social-assistance', 'cases'),
    count('residents', 'reads'),
  ]);
  const first = await client
    .db(`${prefix}applications`)
    .collection<{ _id: string }>('applications')
    .findOne({ _id: formerNumber(from - 1) });
  await client.close();
  expect(counts).toEqual(counts.map(() => applications + from));
  expect(first).toMatchObject({ state: { ending: 'completed' } });
});
