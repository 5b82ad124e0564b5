import { Kafka, logLevel } from 'kafkajs';
import { type TestCity, startCity } from '../src/city';
import { readTopics } from '../src/topics';
import { applicationWhen, ended, waitFor } from '../src/wait-for';
import { processesOf } from './fuzz/alive';
import { brokenRecords } from './fuzz/broken-records';
import { chanceOf } from './fuzz/chance';
import { fourDepartments } from './harness/four-departments';
import { testServers } from './harness/servers';

// The seed is fixed, so that a failure is caused by the change under test; LIANBAN_FUZZ=20 publishes twenty times as many records.
const rounds = Number(process.env.LIANBAN_FUZZ ?? 1);
const seed = 20260304;
const partitionsOf = (topic: string): number => (topic.includes('.requests.') ? 3 : 6);

let city: TestCity;
let faultsOfProcesses: () => Promise<string[]>;
const kafka = () => new Kafka({ brokers: [...city.brokers], logLevel: logLevel.NOTHING });
beforeAll(async () => {
  city = await startCity({ name: 'broken-records', servers: testServers(), residents: 2 });
  faultsOfProcesses = processesOf(city, [
    ...['record dead', 'record parked', 'key parked'],
    ...['record is no part of a projection', 'record left out of a projection, and all after it'],
  ]);
});
afterEach(async () => expect(await faultsOfProcesses()).toEqual([]));
afterAll(() => city?.stop());

/** Whether every consumer group, projections included, has read its topics to the end. @throws with the position of each group */
async function isAllRead(): Promise<true> {
  const admin = kafka().admin();
  await admin.connect();
  try {
    const { groups } = await admin.listGroups();
    const ours = groups.map(({ groupId }) => groupId).filter((groupId) => groupId.startsWith(city.prefix));
    for (const groupId of ours)
      for (const { topic, partitions: committed } of await admin.fetchOffsets({ groupId })) {
        const ends = new Map((await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, high]));
        for (const { partition, offset } of committed)
          if (Number(offset) < Number(ends.get(partition)))
            throw new Error(`${groupId} is at ${offset} of ${ends.get(partition)} of ${topic}/${partition}`);
      }
    return true;
  } finally {
    await admin.disconnect();
  }
}

test('broken records on every topic are all read, and later records are applied', async () => {
  const resident = city.assisted(2);
  const before = await resident.submit(fourDepartments);
  await applicationWhen(resident, before, 'it is completed', ended('completed'));
  const published = await readTopics(city.brokers, city.topics);
  const ofEachType = [...new Map(published.map((record) => [`${record.topic} ${record.type}`, record])).values()];
  expect(ofEachType.length).toBeGreaterThan(5);
  const producer = kafka().producer();
  await producer.connect();
  for (let round = 0; round < rounds; round += 1)
    for (const topic of city.topics) {
      const chance = chanceOf(seed + round);
      // Also records of other services: every reader of this topic must survive them.
      for (const record of ofEachType) {
        const messages = brokenRecords(record, chance);
        await producer.send({
          topic,
          messages: messages.map((each) => ({ ...each, partition: chance.below(partitionsOf(topic)) })),
        });
      }
    }
  await producer.disconnect();
  await waitFor('everything was read', isAllRead);
  const after = await resident.submit(fourDepartments);
  await applicationWhen(resident, after, 'it is completed all the same', ended('completed'));
});
