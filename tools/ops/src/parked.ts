import type { CityInspector, InspectedService } from './inspect/city';
import type { OperatorAction } from './inspect/stores';
import { type CommandResult, table } from './output';
import { Problem } from './problem';

export interface OperatorDecision {
  readonly operator: string;
  readonly reason: string;
}

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
  const found = await keysOf(city, service, key);
  const actions = (await store.actions()).filter((action) => action.key === key);
  const rows = found.flatMap(({ topic, records }) =>
    records.map(({ offset, headers }) => ({
      topic,
      offset,
      type: headers['ce_type'] ?? '',
      subject: headers['ce_subject'] ?? '',
      sequence: headers['ce_sequence'] ?? '',
    })),
  );
  const told = actions.map(
    ({ at, action, operator, reason }) => `${at.toISOString()} ${action} by ${operator}: ${reason}`,
  );
  const reasons = found.map(({ topic, reason }) => `${topic}: ${reason}`);
  const done = actions.map(({ passedOver, ...action }) => ({ ...action, offset: passedOver?.offset }));
  return { data: { reasons, records: rows, actions: done }, lines: [...reasons, ...table(rows), ...told] };
}

/** Lets the service retry the parked records, in order. */
export async function parkedReplay(
  city: CityInspector,
  service: string,
  key: string,
  why: OperatorDecision,
): Promise<CommandResult> {
  const { store } = serviceOf(city, service);
  const done = [];
  for (const { topic } of await keysOf(city, service, key))
    if (await store.act({ action: 'replay', topic, key, at: new Date(), ...why })) done.push({ topic, key });
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
  const done = [];
  for (const { topic, records, skip } of await keysOf(city, service, key)) {
    const passedOver = records.find(({ offset }) => !skip?.includes(offset));
    if (!passedOver) continue;
    const action: OperatorAction = { action: 'drop', topic, key, at: new Date(), ...why, passedOver };
    if (await store.act(action)) done.push({ topic, key, offset: passedOver.offset });
  }
  if (done.length === 0)
    throw new Problem(
      'nothing-left-to-drop',
      `${key} of ${service} has no record left to drop: parked show ${service} ${key}`,
    );
  const lines = done.map(({ topic, offset }) => `gave up ${topic} ${key} at offset ${offset}, and released the rest`);
  return { data: { dropped: done }, lines };
}

export function serviceOf({ services }: CityInspector, name: string): InspectedService {
  const found = services.find((service) => service.name === name);
  if (found) return found;
  const known = services.map((service) => service.name).join(', ');
  throw new Problem('unknown-service', `there is no service "${name}"; known: ${known}`);
}

async function keysOf(city: CityInspector, service: string, key: string) {
  const found = (await serviceOf(city, service).store.parked()).filter((parked) => parked.key === key);
  if (found.length === 0)
    throw new Problem('not-parked', `${key} is not parked in ${service}: parked list shows what is`);
  return found;
}
