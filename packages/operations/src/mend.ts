import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { operations } from '@lianban/protos';
import type { IncomingRecord, OutgoingRecord } from '@lianban/record';
import { copyOf, recordsBehind } from './dead-letters';
import { type MendingAct, type MendingAsk, mendingActs } from './mending-asks';
import type { OperatorStore } from './operator-store';
import { dropParked, firstIn, nothingLeft, parkedUnder, placeOf, releaseParked, waitingIn } from './parked';
import { recordHead } from './record-head';

export interface MendingPorts {
  readonly store: OperatorStore;
  /** Of what this service wrote. */
  deadLetters(): Promise<readonly IncomingRecord[]>;
  send(records: readonly OutgoingRecord[]): Promise<void>;
}

/** The act a request names; refused when there is none of this name. */
export const actOf = (named: string): MendingAct | Refusal =>
  mendingActs.find((act) => act === named) ??
  refuse('invalid-act', `There is no act "${named}": it is one of ${mendingActs.join(', ')}.`, '/act');

/** The records an act on a key would touch, at this moment. */
export async function touchedBy(
  act: MendingAct,
  key: string,
  { store, deadLetters }: MendingPorts,
): Promise<readonly operations.v1.RecordHead[] | Refusal> {
  if (act === 'send-again') {
    const found = recordsBehind(await deadLetters(), key);
    return isRefusal(found) ? found : found.map(recordHead);
  }
  const found = await parkedUnder(store, key);
  if (isRefusal(found)) return found;
  const records = act === 'drop' ? firstIn(found) : waitingIn(found);
  return act === 'drop' && records.length === 0 ? nothingLeft(key) : records.map(recordHead);
}

/** Carries out what was asked for and approved, on the records that were shown to both operators. May be repeated. */
export async function carryOut(
  { act, key, reason, askedBy: operator, records }: MendingAsk,
  approvedBy: string,
  { store, deadLetters, send }: MendingPorts,
): Promise<Refusal | undefined> {
  const why = { operator, approvedBy, reason };
  const places = records.map(({ place }) => place);
  if (act === 'replay') return refusalIn(await releaseParked(store, key, why));
  if (act === 'drop') return refusalIn(await dropParked(store, key, why, places));
  const found = recordsBehind(await deadLetters(), key);
  if (isRefusal(found)) return found;
  const wanted = found.filter((record) => places.includes(placeOf(record)));
  for (const topic of new Set(wanted.map((record) => record.topic)))
    await store.record({ action: 'send-again', topic, key, at: new Date(), ...why });
  await send(wanted.map(copyOf));
  return undefined;
}

const refusalIn = (of: object | Refusal): Refusal | undefined => (isRefusal(of) ? of : undefined);
