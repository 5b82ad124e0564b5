import { applications, casework } from '@lianban/protos';
import { requestTopics } from '@lianban/steps';
import type { KafkaMessage } from 'kafkajs';
import { baselineDepartments } from '../baseline/names';
import type { SampleRecord, Samples } from '../baseline/samples';
import { kafkaClient } from '../kafka';
import { within } from '../load/within';
import { Problem } from '../problem';

const patienceMs = 30_000;
const requested = casework.v1.StepRequested.$type;
const decided = casework.v1.StepDecided.$type;
const ended = applications.v1.ApplicationEnded.$type;
const wanted = 2 * baselineDepartments.length + 1;

/** The role of a record among the necessary ones; undefined for all others. */
function placeOf(service: string, headers: Readonly<Record<string, string>>): string | undefined {
  if (headers['ce_type'] === requested) return `commands ${headers['ce_department']}`;
  if (headers['ce_type'] === decided) return `replies ${service}`;
  return headers['ce_type'] === ended ? 'ended' : undefined;
}

/** The records of the first application whose records are all found. @throws Problem when there is none */
export async function recordsOfOne(
  brokers: string,
  prefix: string,
): Promise<Samples['records'] & { readonly number: string }> {
  const services = ['applications', ...baselineDepartments];
  const consumer = kafkaClient(brokers, 'bench').consumer({ groupId: `${prefix}bench-samples`, maxWaitTimeInMs: 100 });
  const byNumber = new Map<string, Map<string, SampleRecord>>();
  const complete = Promise.withResolvers<string>();
  const see = (service: string, { key, value, headers }: KafkaMessage) => {
    const texts = Object.fromEntries(Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)]));
    const place = placeOf(service, texts);
    if (!place || !key || !value) return;
    const records = byNumber.get(key.toString()) ?? new Map<string, SampleRecord>();
    byNumber.set(key.toString(), records.set(place, { value: value.toString('base64'), headers: texts }));
    if (records.size === wanted) complete.resolve(key.toString());
  };
  await consumer.connect();
  try {
    const topics = [...services.map((name) => `${name}.v1`), ...baselineDepartments.map(requestTopics.of)];
    await consumer.subscribe({ topics: topics.map((topic) => prefix + topic), fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ topic, message }) => see(topic.slice(prefix.length).split('.', 1)[0]!, message),
    });
    if (!(await within(patienceMs, complete.promise)))
      throw new Problem('no application of the system has all its records on the topics');
    const number = await complete.promise;
    const of = (place: string) => byNumber.get(number)!.get(place)!;
    const each = (place: string) =>
      Object.fromEntries(baselineDepartments.map((name) => [name, of(`${place} ${name}`)]));
    return { number, commands: each('commands'), replies: each('replies'), ended: of('ended') };
  } finally {
    await consumer.disconnect();
  }
}
