import { testPrefix } from '@lianban/infra';
import { MongoClient } from 'mongodb';
import { baselineDepartments } from '../src/baseline/names';
import { startBaseline } from '../src/baseline/start-baseline';
import { applicantsOf } from '../src/load/applicants';
import type { Subject } from '../src/load/subject';
import { forgetDatabases, forgetTopics } from '../src/machine/forget';
import { workDone } from '../src/machine/work-done';
import { testServers } from './test-servers';

const applications = 40;
const prefix = testPrefix();
const record = { value: Buffer.alloc(300, 'x').toString('base64'), headers: { ce_type: 'x' } };
const each = <T>(sample: T) => Object.fromEntries(baselineDepartments.map((name) => [name, sample]));
const samples = {
  application: { state: { steps: {}, timeline: [] } },
  replies: each({ $push: { 'state.timeline': { $each: [{ what: 'granted' }] } } }),
  cases: each({ state: { status: 'granted' } }),
  records: { commands: each(record), replies: each(record), ended: record },
};
let baseline: Subject;

beforeAll(async () => {
  baseline = await startBaseline(testServers, prefix, samples);
});

afterAll(async () => {
  await baseline?.stop();
  await forgetDatabases(testServers, prefix);
  await forgetTopics(testServers, prefix);
});

test('for one application the baseline makes nine durable writes and nine records, and tells its end', async () => {
  // With one batch at a time the last write of an application is also the last one seen.
  baseline.tune!(1);
  const applicants = await applicantsOf(baseline, testServers);
  await Promise.all(Array.from({ length: applications }, () => applicants.apply()));
  await applicants.close();
  expect(applicants.outcomes).toEqual({ completed: applications });

  const client = await new MongoClient(testServers.mongoUrl).connect();
  const database = client.db(`${prefix}baseline`);
  // One insert, and one more write for each of the four replies.
  expect(
    await database.collection('applications').countDocuments({ version: 5, 'state.timeline.3.what': 'granted' }),
  ).toBe(applications);
  for (const name of baselineDepartments)
    expect(await database.collection(name).countDocuments({ version: 1 })).toBe(applications);
  await client.close();

  expect((await workDone(testServers, prefix)).records).toBe(9 * applications);
});
