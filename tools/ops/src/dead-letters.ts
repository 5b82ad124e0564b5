import { isRefusal } from '@lianban/model';
import { type OperatorDecision, describedLetter, originOf, recordsBehind } from '@lianban/operations';
import type { IncomingRecord } from '@lianban/record';
import type { CityInspector } from './inspect/city';
import { lengthOf } from './gather';
import { type CommandResult, table } from './output';
import { serviceOf } from './parked';
import { Problem } from './problem';
import { progress } from './progress';
import { sendAgain } from './send-again';

interface Letter {
  readonly service: string;
  readonly record: IncomingRecord;
}

const about = ({ record }: Letter) => originOf(record);
const described = ({ record }: Letter) => describedLetter(record);

async function letters(city: CityInspector, service?: string): Promise<Letter[]> {
  const found: Letter[] = [];
  const owner = new Map<string, string>();
  const stretches = [];
  for (const { name, hears } of service === undefined ? city.services : [serviceOf(city, service)])
    for (const { deadLetters: topic } of hears) {
      owner.set(topic, name);
      for (const { partition, low, high } of await city.kafka.bounds(topic))
        stretches.push({ topic, partition, from: low, end: high });
    }
  const told = progress('dead letters read', lengthOf(stretches));
  await city.kafka.read(stretches, (record) => told.at(found.push({ service: owner.get(record.topic) ?? '', record })));
  told.end();
  return found;
}

/** The number of dead letters by service, topic and reason. */
export async function dltList(city: CityInspector): Promise<CommandResult> {
  const groups = Map.groupBy(await letters(city), (letter) => {
    const { topic, reason } = about(letter);
    return JSON.stringify({ service: letter.service, topic, reason });
  });
  const rows = [...groups].map(([group, { length }]) => ({ ...JSON.parse(group), letters: length }));
  return { data: rows, lines: rows.length === 0 ? ['there are no dead letters'] : table(rows) };
}

/** Dead letters by their headers; contents are not shown. */
export async function dltShow(city: CityInspector, service: string, key?: string): Promise<CommandResult> {
  const rows = (await letters(city, service))
    .filter(({ record }) => key === undefined || record.key === key)
    .map(described);
  return { data: rows, lines: rows.length === 0 ? ['there are no dead letters'] : table(rows) };
}

/** What a service wrote and others could not take: which of them, which record, and why. */
export async function dltSent(city: CityInspector, sender: string, key?: string): Promise<CommandResult> {
  const { topics } = serviceOf(city, sender);
  const rows = (await letters(city))
    .filter((letter) => topics.includes(about(letter).topic) && (key === undefined || letter.record.key === key))
    .map((letter) => ({ listener: letter.service, ...described(letter) }));
  return { data: rows, lines: rows.length === 0 ? [`nobody put aside what ${sender} wrote`] : table(rows) };
}

/** Sends the dead letters of one key again to their topics; without a decision it is a dry run. */
export async function dltReplay(
  city: CityInspector,
  service: string,
  key: string,
  why?: OperatorDecision,
): Promise<CommandResult> {
  const found = recordsBehind(
    (await letters(city, service)).map(({ record }) => record),
    key,
  );
  if (!isRefusal(found)) return sendAgain(city, service, found, why);
  const { refused, detail } = found;
  const words = refused === 'no-dead-letter' ? `${service} has no dead letter of ${key}: dlt show ${service}` : detail;
  throw new Problem(refused, words);
}
