import { askOnce, kafkaClient } from '@lianban/kafka';
import { type Projection, change } from '@lianban/projection';
import { casework } from '@lianban/protos';
import { type Running, readConfig, startService } from '@lianban/runtime';
import { createLog } from '@lianban/telemetry';
import { Servers, quiet, tally, until, upTo } from '@lianban/testing';
import { type CityInspector, inspectCity } from '../src/inspect/city';
import { projectionsList, projectionsRebuild } from '../src/projections';

interface Line {
  readonly said: readonly string[];
}
const lines: Projection<Line> = {
  name: 'lines',
  topics: [
    { topic: 'counting.v1', owner: 'counting' },
    { topic: 'ringing.v1', owner: 'ringing' },
  ],
  documentOf: ({ subject }) => subject,
  initial: { said: [] },
  changes: [change(casework.v1.ClockPaused, ({ said }: Line, { reason }) => ({ said: [...said, reason].toSorted() }))],
};

const servers = new Servers();
const config = readConfig(servers.env);
let service: Running;
let city: CityInspector;
const fatal = (error: Error) => {
  throw error;
};

beforeAll(async () => {
  await servers.makeTopics('counting.v1', 'ringing.v1', 'reading.v1');
  const parts = { topic: 'reading.v1', aggregates: [tally], projections: [lines] };
  service = await startService('reading', parts, config, quiet, fatal);
  city = await inspectCity(config, createLog('test', 'silent'));
});
afterAll(async () => {
  await service.stop();
  await city.close();
  await servers.close();
});

const event = (owner: string, subject: string, sequence: number) => ({
  key: subject.split('/', 1)[0]!,
  value: Buffer.from(casework.v1.ClockPaused.encode({ ...paused, reason: `${owner} ${sequence}` }).finish()),
  headers: {
    ce_specversion: '1.0',
    ce_id: `${owner}/${subject}/${sequence}`,
    ce_type: casework.v1.ClockPaused.$type,
    ce_source: `lianban/${owner}`,
    ce_subject: subject,
    ce_time: '2026-03-02T01:00:00Z',
    ce_sequence: String(sequence),
  },
});
const paused = casework.v1.ClockPaused.fromPartial({});
const say = (owner: string, subject: string, ...sequences: number[]) =>
  servers.send(
    `${owner}.v1`,
    sequences.map((sequence) => event(owner, subject, sequence)),
  );

interface Stored {
  readonly _id: string;
  readonly seen: Readonly<Record<string, number>>;
  readonly isStale?: true;
}
const views = (generation: number) => servers.db('reading').collection<Stored>(`projection.lines.${generation}`);
/** The document without its version, which counts batches. */
const stored = (generation: number) =>
  views(generation)
    .find({}, { projection: { version: 0 }, sort: { _id: 1 } })
    .toArray();
const untilSeen = (generation: number, id: string, place: string, sequence: number) =>
  until(`${id} has ${place} up to ${sequence}`, async () => {
    const found = await views(generation).findOne({ _id: id });
    return found?.seen[place] === sequence;
  });
const why = { operator: 'op-1', reason: 'a test' };
const listed = async () => (await projectionsList(city)).data as readonly Record<string, unknown>[];

/** Deletes the oldest records, as a topic's retention does after days. */
function forget(name: string): Promise<void> {
  const topic = servers.prefix + name;
  return askOnce(kafkaClient({ ...config.kafka, clientId: 'test' }, quiet), async (admin) => {
    const ends = await admin.fetchTopicOffsets(topic);
    const partitions = ends
      .filter(({ high }) => high !== '0')
      .map(({ partition, high: offset }) => ({ partition, offset }));
    await admin.deleteTopicRecords({ topic, partitions });
  });
}

test('a rebuild gives the same documents as the records one by one', async () => {
  for (const n of upTo(20)) await say('counting', `A${n}/x`, 1, 2, 2, 3);
  for (const n of upTo(20)) await say('ringing', `A${n}/x`, 1, 2);
  await say('counting', 'G/x', 1, 3);
  for (const n of upTo(20)) await untilSeen(1, `A${n}/x`, 'counting:A' + n + '/x', 3);
  for (const n of upTo(20)) await untilSeen(1, `A${n}/x`, 'ringing:A' + n + '/x', 2);
  await until('G is stale', async () => (await views(1).countDocuments({ isStale: true })) === 1);
  expect(await listed()).toMatchObject([{ service: 'reading', projection: 'lines', generation: 1, stale: 1 }]);
  const before = await stored(1);
  expect(before).toHaveLength(21);

  const answer = await projectionsRebuild(city, 'reading', 'lines', why);
  expect(answer).toMatchObject({ data: { generation: 2, stale: 1 }, isBad: true });
  expect(await stored(2)).toEqual(before);
  await until('all offsets are there', async () => (await listed())[0]?.['lag'] === 0);
});

test('damaged and missing documents are rebuilt, and the service reads the new generation', async () => {
  await views(2).updateOne({ _id: 'A1/x' }, { $set: { view: { said: ['damaged'] } } });
  await say('counting', 'G/x', 2, 3);
  await until('G is mended', async () => (await views(2).countDocuments({ isStale: true })) === 0);
  const damaged = await stored(2);
  await projectionsRebuild(city, 'reading', 'lines', why);
  const mended = await stored(3);
  expect(mended.slice(1)).toEqual(damaged.slice(1));
  expect(mended[0]).toMatchObject({
    _id: 'A1/x',
    view: {
      said: upTo(3)
        .map((n) => `counting ${n}`)
        .concat(['ringing 1', 'ringing 2']),
    },
  });

  await until('the new one is read', async () => {
    const [found] = await service.app.summarizeView<{ view: Line }>(lines, [{ $match: { _id: 'A1/x' } }]);
    return found?.view.said.length === 5;
  });
});

test('documents with records beyond retention are taken over from the old generation, and updated further', async () => {
  await say('counting', 'K/x', 1, 2);
  await untilSeen(3, 'K/x', 'counting:K/x', 2);
  await forget('counting.v1');
  await say('counting', 'K/x', 3);
  await say('ringing', 'K/x', 1);
  await untilSeen(3, 'K/x', 'counting:K/x', 3);
  await untilSeen(3, 'K/x', 'ringing:K/x', 1);
  const before = await stored(3);
  expect((await projectionsRebuild(city, 'reading', 'lines', why)).isBad).toBe(false);
  expect(await stored(4)).toEqual(before);
  await say('counting', 'K/x', 4);
  await untilSeen(4, 'K/x', 'counting:K/x', 4);
});

test('an unknown projection is refused, with the known ones', async () => {
  await expect(projectionsRebuild(city, 'reading', 'sums', why)).rejects.toThrow(
    'reading keeps no projection "sums"; known: lines',
  );
});
