import { setTimeout as pause } from 'node:timers/promises';
import { moveClock } from '@lianban/runtime';
import type { CityInspector } from './inspect/city';
import { unreadOf } from './lag';

export interface Journey {
  readonly mongoUrl: string;
  readonly dbPrefix: string;
  /** The time span in milliseconds. */
  readonly spanMs: number;
  /** Called at each stop. */
  readonly onStop: (at: Date, timeouts: number) => void;
}

const settlesWithinMs = 60_000;
const lookEveryMs = 100;

/**
 * Moves a local stack's time forward. Stops at each moment a timeout is due, in order, until its effects have come to rest,
 * so that a jump of a year behaves as a year. Returns the new time.
 * @throws when the city does not come to rest at a stop; the time stays there
 */
export async function travel(city: CityInspector, { mongoUrl, dbPrefix, spanMs, onStop }: Journey): Promise<Date> {
  const target = city.now().getTime() + spanMs;
  for (;;) {
    await rest(city);
    const due = await dueUntil(city, new Date(target));
    const next = due[0]?.wakeAt.getTime();
    const until = next === undefined ? target : Math.min(next + 1, target);
    const now = await moveClock(mongoUrl, dbPrefix, Math.max(0, until - city.now().getTime()));
    if (next === undefined) return now;
    onStop(now, due.filter(({ wakeAt }) => wakeAt.getTime() === next).length);
  }
}

const dueUntil = async ({ services }: CityInspector, until: Date) =>
  (await Promise.all(services.map(({ store }) => store.due(until))))
    .flat()
    .toSorted((a, b) => a.wakeAt.getTime() - b.wakeAt.getTime());

/** Waits until no timeout is due, every outbox is empty, and every record has been read. */
async function rest(city: CityInspector): Promise<void> {
  let unrest = '';
  for (const end = Date.now() + settlesWithinMs; Date.now() < end; await pause(lookEveryMs)) {
    unrest = await unrestOf(city);
    if (unrest === '') return;
  }
  throw new Error(
    `the city did not come to rest within ${settlesWithinMs / 1000} s at ${city.now().toISOString()}: ${unrest}`,
  );
}

async function unrestOf(city: CityInspector): Promise<string> {
  for (const service of city.services) {
    const due = await service.store.due(city.now());
    if (due.length > 0) return `${service.name} has timeouts that are due and have not run`;
    const unsent = await service.store.outbox();
    if (unsent.length > 0) return `${service.name} has records that are not sent`;
    const { records } = await unreadOf(city, service);
    if (records > 0) return `${service.name} has ${records} records to read`;
  }
  return '';
}
