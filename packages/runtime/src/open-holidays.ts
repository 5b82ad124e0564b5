import { HolidayWatch, holidayCollections } from '@lianban/city-catalogue';
import type { Log } from '@lianban/telemetry';
import type { WritePath } from './open-write-path';
import type { Composition } from './service-spec';

/** Puts the holiday tables that the city has taken into use, before anything is decided. Undefined for a service that counts no days. */
export async function openHolidays(
  { holidays }: Pick<Composition, 'holidays'>,
  { db, clock, processId }: Pick<WritePath, 'db' | 'clock' | 'processId'>,
  log: Log,
): Promise<HolidayWatch | undefined> {
  if (!holidays) return undefined;
  const collections = holidayCollections(db.connection.getClient().db(db.connection.name));
  const ports = { collections, processId, now: () => new Date(db.now()), cityNow: clock.now, log };
  const watch = new HolidayWatch(holidays, ports);
  await watch.open();
  return watch;
}
