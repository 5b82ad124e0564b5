import { type Refusal, isRefusal } from '@lianban/model';
import { type OperatorDecision, dropParked, parkedUnder, releaseParked, waitingIn } from '@lianban/operations';
import type { CityInspector, InspectedService } from './inspect/city';
import { type CommandResult, table } from './output';
import { Problem } from './problem';

/** All parked keys, of every service. */
export async function parkedList({ services }: CityInspector): Promise<CommandResult> {
  const rows = [];
  for (const { name, store } of services)
    for (const { topic, key, reason, at, records, release } of await store.parked())
      rows.push({
        service: name,
        key,
        topic,
        records: records.length,
        since: at.toISOString(),
        releasing: release ? 'yes' : 'no',
        reason,
      });
  return { data: rows, lines: rows.length === 0 ? ['no key is parked'] : table(rows) };
}

/** The records of one parked key by their headers; contents are not shown. */
export async function parkedShow(city: CityInspector, service: string, key: string): Promise<CommandResult> {
  const { store } = serviceOf(city, service);
  const found = orProblem(await parkedUnder(store, key), service, key);
  const actions = (await store.actions()).filter((action) => action.key === key);
  const rows = waitingIn(found).map(({ topic, offset, headers }) => ({
    topic,
    offset,
    type: headers['ce_type'] ?? '',
    subject: headers['ce_subject'] ?? '',
    sequence: headers['ce_sequence'] ?? '',
  }));
  const acts = actions.map(
    ({ at, action, operator, reason }) => `${at.toISOString()} ${action} by ${operator}: ${reason}`,
  );
  const reasons = found.map(({ topic, reason }) => `${topic}: ${reason}`);
  const done = actions.map(({ passedOver, ...action }) => ({ ...action, offset: passedOver?.offset }));
  return { data: { reasons, records: rows, actions: done }, lines: [...reasons, ...table(rows), ...acts] };
}

/** Lets the service retry the parked records, in order. */
export async function parkedReplay(
  city: CityInspector,
  service: string,
  key: string,
  why: OperatorDecision,
): Promise<CommandResult> {
  const { store } = serviceOf(city, service);
  const topics = orProblem(await releaseParked(store, key, why), service, key);
  const done = topics.map((topic) => ({ topic, key }));
  const lines = done.map(
    ({ topic }) => `released ${topic} ${key}: ${service} applies its records within a second, or parks it again`,
  );
  return { data: { released: done }, lines };
}

/** Skips the first parked record, and lets the service apply the others. */
export async function parkedDrop(
  city: CityInspector,
  service: string,
  key: string,
  why: OperatorDecision,
): Promise<CommandResult> {
  const { store } = serviceOf(city, service);
  const dropped = orProblem(await dropParked(store, key, why), service, key);
  const done = dropped.map(({ topic, offset }) => ({ topic, key, offset }));
  const lines = done.map(({ topic, offset }) => `gave up ${topic} ${key} at offset ${offset}, and released the rest`);
  return { data: { dropped: done }, lines };
}

export function serviceOf({ services }: CityInspector, name: string): InspectedService {
  const found = services.find((service) => service.name === name);
  if (found) return found;
  const known = services.map((service) => service.name).join(', ');
  throw new Problem('unknown-service', `there is no service "${name}"; known: ${known}`);
}

const told: Readonly<Record<string, (service: string, key: string) => string>> = {
  'not-parked': (service, key) => `${key} is not parked in ${service}: parked list shows what is`,
  'nothing-left-to-drop': (service, key) =>
    `${key} of ${service} has no record left to drop: parked show ${service} ${key}`,
};

/** @throws Problem in the words of the command line for what was refused */
function orProblem<T>(of: T | Refusal, service: string, key: string): T {
  if (!isRefusal(of)) return of;
  throw new Problem(of.refused, told[of.refused]?.(service, key) ?? of.detail);
}
