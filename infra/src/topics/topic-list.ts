import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { Problem } from '../problem';

/** A declared topic. Settings not listed here are the broker's defaults. */
export interface WantedTopic {
  readonly name: string;
  readonly partitions: number;
  readonly config: Readonly<Record<string, string>>;
}

const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and dashes');
const topicName = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]*(\.requests\.[a-z][a-z0-9-]*)?\.v\d+$/,
    'a service and a version, as in permits.v1, or whom it asks between them, as in applications.requests.permits.v1',
  );
const partitions = z.int().min(1).max(1000);
const days = z.string().regex(/^[1-9]\d{0,3}d$/, 'a number of days, as in 14d');

const listShape = z.strictObject({
  defaults: z.strictObject({ partitions, retention: days, deadLetterRetention: days }),
  /** Of what one service alone hears; absent, as the others. */
  requests: z.strictObject({ partitions }).optional(),
  topics: z
    .record(
      topicName,
      z.strictObject({
        partitions: partitions.optional(),
        retention: days.optional(),
        consumedBy: z.array(slug).default([]),
        /** Services that read it for their read models, and outside departments: with groups named after their own, and no dead letters here. */
        projectedBy: z.array(slug).default([]),
      }),
    )
    .default({}),
});

/** Topics with their subscribers, and the settings of all topics. */
export type TopicList = z.output<typeof listShape>;

/** How the names of topics of dead letters end. */
export const DEAD_LETTERS = '.dlt';

/** A duration such as 14d in milliseconds, the unit of retention.ms. */
const milliseconds = (text: string) => String(Number(text.slice(0, -1)) * 24 * 60 * 60 * 1000);

/** @throws Problem naming what is wrong in the list, and where. */
export function parseTopicList(yaml: string, where = 'the topic list'): TopicList {
  const parsed = listShape.safeParse(parse(yaml));
  if (!parsed.success) throw new Problem(`${where} is not valid:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** @throws Problem when the file is missing or not valid. */
export function readTopicList(file: string): TopicList {
  try {
    return parseTopicList(readFileSync(file, 'utf8'), file);
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(`the topic list ${file} cannot be read`);
  }
}

/**
 * The topics a list declares, the dead letters of every consuming group included: few records, which people read, in one partition.
 * @param prefix put before every name, to separate a run from others on the same broker
 */
export function topicsOf({ defaults, topics }: TopicList, prefix = ''): WantedTopic[] {
  return Object.entries(topics).flatMap(([name, topic]) => {
    const make = (full: string, count: number, retention: string) => ({
      name: prefix + full,
      partitions: count,
      config: { 'cleanup.policy': 'delete', 'retention.ms': milliseconds(retention) },
    });
    return [
      make(name, topic.partitions ?? defaults.partitions, topic.retention ?? defaults.retention),
      ...topic.consumedBy.map((group) => make(`${name}.${group}${DEAD_LETTERS}`, 1, defaults.deadLetterRetention)),
    ];
  });
}
