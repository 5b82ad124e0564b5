import type { ParkedKey } from '@lianban/engine';
import { type Refusal, refuse } from '@lianban/model';
import type { OperatorDecision } from './operator-action';
import type { OperatorStore } from './operator-store';

type ParkedRecord = ParkedKey['records'][number];

export interface ParkedRecordOf extends ParkedRecord {
  readonly topic: string;
  readonly partition: number;
}

/** What is parked under a key, by topic. */
export async function parkedUnder(store: OperatorStore, key: string): Promise<readonly ParkedKey[] | Refusal> {
  const found = (await store.parked()).filter((parked) => parked.key === key);
  return found.length > 0 ? found : refuse('not-parked', `Nothing is parked under ${key}.`);
}

/** All records that wait, in order. */
export const waitingIn = (found: readonly ParkedKey[]): readonly ParkedRecordOf[] =>
  found.flatMap(({ topic, partition, records }) => records.map((record) => ({ topic, partition, ...record })));

/** The record of each topic that giving one up would give up. */
export const firstIn = (found: readonly ParkedKey[]): readonly ParkedRecordOf[] =>
  found.flatMap(({ topic, partition, records, skip }) => {
    const first = records.find(({ offset }) => !skip?.includes(offset));
    return first ? [{ topic, partition, ...first }] : [];
  });

export const nothingLeft = (key: string): Refusal =>
  refuse('nothing-left-to-drop', `No record of ${key} is left to drop.`);

/** Lets the service retry what is parked under the key, in order. @returns the topics it is released on */
export async function releaseParked(
  store: OperatorStore,
  key: string,
  why: OperatorDecision,
): Promise<readonly string[] | Refusal> {
  const found = await parkedUnder(store, key);
  if ('refused' in found) return found;
  const done = [];
  for (const { topic } of found)
    if (await store.act({ action: 'replay', topic, key, at: new Date(), ...why })) done.push(topic);
  return done;
}

/**
 * Skips the first record of each topic, and lets the service apply the others.
 * @param only gives these records up and no others: `topic/partition/offset`
 */
export async function dropParked(
  store: OperatorStore,
  key: string,
  why: OperatorDecision,
  only?: readonly string[],
): Promise<readonly ParkedRecordOf[] | Refusal> {
  const found = await parkedUnder(store, key);
  if ('refused' in found) return found;
  const done = [];
  for (const record of firstIn(found).filter((each) => only?.includes(placeOf(each)) ?? true)) {
    const { topic, offset, timestamp, value, headers } = record;
    const passedOver = { offset, timestamp, value, headers };
    if (await store.act({ action: 'drop', topic, key, at: new Date(), ...why, passedOver })) done.push(record);
  }
  return done.length > 0 ? done : nothingLeft(key);
}

export const placeOf = ({ topic, partition, offset }: Pick<ParkedRecordOf, 'topic' | 'partition' | 'offset'>) =>
  `${topic}/${partition}/${offset}`;
