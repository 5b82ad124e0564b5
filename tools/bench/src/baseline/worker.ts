import { MongoClient } from 'mongodb';
import { kafkaClient, partitioner } from '../kafka';
import { consumeKeys } from './consume';
import { openBaselineServer } from './http-server';
import { baselineTopics } from './names';
import { applyReplies } from './replies';
import { type BaselineDocument, unpacked } from './samples';
import { Sender, like } from './sender';
import type { WorkerReady, Tune, WorkerSettings } from './settings';
import { insert, writeQueue } from './durable-write';

/** One process of the baseline: only the necessary writes and records, in the necessary order. */
async function main(settings: WorkerSettings): Promise<void> {
  const { role, name, prefix, brokers, mongoUrl, flights } = settings;
  const samples = unpacked(settings.samples);
  const topics = baselineTopics(prefix);
  const kafka = kafkaClient(brokers, `baseline-${name}`);
  const producer = kafka.producer({ createPartitioner: partitioner, allowAutoTopicCreation: false });
  const mongo = await new MongoClient(mongoUrl, { maxPoolSize: 20 }).connect();
  await producer.connect();
  const sender = new Sender(producer);
  const collection = mongo
    .db(`${prefix}baseline`)
    .collection<BaselineDocument>(role === 'department' ? name : 'applications');
  const queue = writeQueue(collection, sender, flights);
  let port = 0;
  if (role === 'http') port = await openBaselineServer(queue, topics, samples);
  if (role === 'applications')
    await consumeKeys(kafka, `${prefix}${name}`, topics.replies, applyReplies(queue, topics.ended, samples));
  if (role === 'department') {
    const reply = like(samples.records.replies[name]!, topics.replies);
    await consumeKeys(kafka, `${prefix}${name}`, topics.commands[name]!, (numbers) =>
      queue.add(numbers.map((key) => ({ write: insert(key, samples.cases[name]!), then: [reply(key)] }))),
    );
  }
  process.on('message', (tune: Tune) => queue.tune(tune.flights));
  process.on('disconnect', () => process.exit(0));
  process.send!({ ready: true, port } satisfies WorkerReady);
}

void main(JSON.parse(process.argv[2] ?? '{}') as WorkerSettings);
