import { setTimeout as pause } from 'node:timers/promises';
import { type Generations, groupOf } from '@lianban/projection';
import type { CityInspector, InspectedService } from './inspect/city';
import { type CommandResult, table } from './output';
import type { OperatorDecision } from '@lianban/operations';
import { serviceOf } from './parked';
import { Problem } from './problem';
import { progress } from './progress';

/** Every read model: how far behind, how many documents have records left out, which generation is read or built. */
export async function projectionsList(city: CityInspector): Promise<CommandResult> {
  const rows = [];
  for (const service of city.services)
    for (const found of await service.store.projections.list()) {
      const { _id: name, serving, building } = found;
      const { done, total } = await readOf(city, service, found, serving);
      const stale = await service.store.projections.stale(name, serving);
      rows.push({
        ...{ service: service.name, projection: name, generation: serving, lag: total - done, stale },
        building: building?.generation ?? 0,
      });
    }
  const shown = rows.map(({ lag, stale, building, ...row }) => ({
    ...row,
    'lag (records)': lag,
    'stale (documents)': stale,
    building: building === 0 ? '' : String(building),
  }));
  const lines = rows.length === 0 ? ['there is no projection'] : table(shown);
  return { data: rows, lines, isBad: rows.some(({ stale }) => stale > 0) };
}

const lookAgainMs = 500;
const patienceMs = 60_000;

/**
 * Asks a service's processes to rebuild a projection from the beginning of its topics, and shows their progress. Until the new
 * one has caught up, the old one is read. Interrupting the command does not stop the rebuild; run again, it shows the progress.
 */
export async function projectionsRebuild(
  city: CityInspector,
  serviceName: string,
  name: string,
  why: OperatorDecision,
): Promise<CommandResult> {
  const service = serviceOf(city, serviceName);
  const { projections } = service.store;
  const before = await found(service, name);
  if (!before.building) {
    await service.store.record({ action: 'rebuild', topic: '', key: name, at: new Date(), ...why });
    await projections.ask(before);
  }
  const building = (await found(service, name)).building?.generation ?? before.serving + 1;
  await untilServed(city, service, name, building);
  const stale = await projections.stale(name, building);
  const summary = `${name} of ${serviceName} is rebuilt and read: generation ${building}, ${stale} documents stale`;
  return {
    data: { service: serviceName, projection: name, generation: building, stale },
    lines: [summary],
    isBad: stale > 0,
  };
}

async function untilServed(city: CityInspector, service: InspectedService, name: string, generation: number) {
  const first = await readOf(city, service, await found(service, name), generation);
  const told = progress('records read', first.total);
  let moved = { done: first.done, at: Date.now() };
  for (;;) {
    const now = await found(service, name);
    if (now.serving >= generation) break;
    const { done } = await readOf(city, service, now, generation);
    if (done !== moved.done) moved = { done, at: Date.now() };
    told.at(Math.min(done, first.total));
    if (Date.now() - moved.at > patienceMs)
      throw new Problem(
        'nobody-builds',
        `no process of ${service.name} has read on for ${patienceMs / 1000} s: check that it runs, then run this command again`,
      );
    await pause(lookAgainMs);
  }
  told.at(first.total);
  told.end();
}

async function found({ name: service, store }: InspectedService, name: string): Promise<Generations> {
  const all = await store.projections.list();
  const one = all.find(({ _id }) => _id === name);
  if (one) return one;
  const known = all.map(({ _id }) => _id).join(', ') || 'none';
  throw new Problem('unknown-projection', `${service} keeps no projection "${name}"; known: ${known}`);
}

/** The number of records of its topics that a generation has read, and their total. */
async function readOf({ kafka }: CityInspector, { group }: InspectedService, of: Generations, generation: number) {
  let [done, total] = [0, 0];
  for (const topic of of.topics) {
    const committed = await kafka.committed(groupOf(group, of._id, generation), topic);
    for (const { partition, low, high } of await kafka.bounds(topic)) {
      const next = committed.get(partition) ?? low;
      total += Number(high - low);
      done += Number((next < low ? low : next) - low);
    }
  }
  return { done, total };
}
