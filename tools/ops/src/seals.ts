import { setTimeout as pause } from 'node:timers/promises';
import type { SealRun } from '@lianban/vault';
import type { CityInspector, InspectedService } from './inspect/city';
import { type CommandResult, table } from './output';
import type { OperatorDecision } from '@lianban/operations';
import { serviceOf } from './parked';
import { Problem } from './problem';
import { progress } from './progress';

const servicesOf = (city: CityInspector, name: string | undefined): readonly InspectedService[] =>
  name === undefined ? city.services : [serviceOf(city, name)];

const stateOf = ({ askedAt, finishedAt, stopped }: SealRun): string => {
  if (askedAt === undefined) return 'never run';
  if (finishedAt) return `finished ${finishedAt.toISOString()}`;
  return stopped ? 'stopped' : 'running';
};

/** What is sealed under which key, and how far a run is. */
export async function sealStatus(city: CityInspector): Promise<CommandResult> {
  const rows = [];
  for (const { name: service, store } of city.services)
    for (const run of await store.seals.runs()) {
      const { '': unsealed = 0, ...keys } = await store.seals.byKey(run);
      const { [run.key]: current = 0, ...older } = keys;
      const old = Object.values(older).reduce((sum, n) => sum + n, 0);
      rows.push({ service, collection: run._id, key: run.key, current, old, older, unsealed, run: stateOf(run) });
    }
  const shown = rows.map(({ service, collection, key, current, older, unsealed, run }) => ({
    ...{ service, collection, key, 'under it': current },
    'under older keys': Object.entries(older)
      .map(([id, n]) => `${id}: ${n}`)
      .join(', '),
    'without a seal': unsealed,
    run,
  }));
  return { data: rows, lines: rows.length === 0 ? ['nothing is sealed here'] : table(shown) };
}

const lookAgainMs = 500;
const patienceMs = 60_000;

/**
 * Has the services' processes seal what stands in the clear and what is sealed under older keys, and shows their progress. One that
 * was stopped goes on where it was. Interrupting the command does not stop them.
 */
export async function sealRun(
  city: CityInspector,
  serviceName: string | undefined,
  why: OperatorDecision,
): Promise<CommandResult> {
  const done = [];
  for (const service of servicesOf(city, serviceName)) {
    const { name, store } = service;
    const known = await store.seals.runs();
    if (known.length > 0) await store.record({ action: 'seal', topic: '', key: '', at: new Date(), ...why });
    for (const run of known) {
      const isOpen = run.askedAt !== undefined && !run.finishedAt;
      await (isOpen ? store.seals.goOn(run._id) : store.seals.ask(run._id));
    }
    for (const run of known) {
      const { looked = 0, sealed = 0 } = await untilFinished(service, run);
      done.push({ service: name, collection: run._id, looked, sealed });
    }
  }
  return { data: done, lines: done.length === 0 ? ['nothing is sealed here'] : table(done) };
}

async function untilFinished({ name, store }: InspectedService, asked: SealRun): Promise<SealRun> {
  const { _id: collection } = asked;
  const byKey = await store.seals.byKey(asked);
  const total = Object.values(byKey).reduce((sum, n) => sum + n, 0);
  const told = progress(`${name} ${collection} looked at`, total);
  let moved = { looked: -1, at: Date.now() };
  for (;;) {
    const run = (await store.seals.runs()).find(({ _id }) => _id === collection)!;
    const { looked = 0 } = run;
    if (total > 0) told.at(Math.min(looked, total));
    if (run.finishedAt) {
      told.end();
      return run;
    }
    if (run.stopped) throw new Problem('stopped', `${name} ${collection} was stopped: run this again to go on`);
    if (looked !== moved.looked) moved = { looked, at: Date.now() };
    if (Date.now() - moved.at > patienceMs)
      throw new Problem(
        'nobody-seals',
        `no process of ${name} has sealed on for ${patienceMs / 1000} s: check that one runs whose current key is "${run.key}", then run this command again`,
      );
    await pause(lookAgainMs);
  }
}

/** They stop after what they have in hand. */
export async function sealStop(
  city: CityInspector,
  serviceName: string | undefined,
  why: OperatorDecision,
): Promise<CommandResult> {
  const stopped = [];
  for (const { name, store } of servicesOf(city, serviceName))
    for (const { _id, askedAt, finishedAt, stopped: isStopped } of await store.seals.runs()) {
      if (askedAt === undefined || finishedAt || isStopped) continue;
      await store.record({ action: 'stop-sealing', topic: '', key: _id, at: new Date(), ...why });
      await store.seals.stop(_id);
      stopped.push({ service: name, collection: _id });
    }
  return { data: stopped, lines: stopped.length === 0 ? ['nothing was running'] : table(stopped) };
}
