import { lateBefore } from '@lianban/operations';
import type { CityInspector, InspectedService } from './inspect/city';
import { unreadOf } from './lag';
import { type CommandResult, table } from './output';

/** The lag of each service in records and seconds, its outbox, parked keys and overdue timeouts. */
export async function status(city: CityInspector): Promise<CommandResult> {
  const rows = [];
  for (const service of city.services) rows.push(await statusOf(city, service));
  const isBad = rows.some(({ parkedKeys, deadlinesLate }) => parkedKeys > 0 || deadlinesLate > 0);
  const shown = rows.map((row) => ({
    service: row.service,
    'lag (records)': row.lagRecords,
    'lag (s)': row.lagSeconds,
    'outbox (batches)': row.outboxBatches,
    'oldest (s)': row.outboxOldestSeconds,
    'parked keys': row.parkedKeys,
    'deadlines late': row.deadlinesLate,
  }));
  return { data: rows, lines: table(shown), isBad };
}

async function statusOf(city: CityInspector, service: InspectedService) {
  const [lag, outbox, parked, late] = await Promise.all([
    lagOf(city, service),
    service.store.outbox(),
    service.store.parked(),
    service.store.due(lateBefore(city.now())),
  ]);
  const oldest = Math.min(...outbox.map(({ at }) => at.getTime()));
  return {
    service: service.name,
    lagRecords: lag.records,
    lagSeconds: lag.seconds,
    outboxBatches: outbox.length,
    outboxOldestSeconds: outbox.length === 0 ? 0 : secondsSince(oldest),
    parkedKeys: parked.length,
    deadlinesLate: late.length,
  };
}

const secondsSince = (ms: number) => Math.max(0, Math.round((Date.now() - ms) / 1000));

/** The age in seconds of the oldest unprocessed record. */
async function lagOf(city: CityInspector, service: InspectedService) {
  const { records, ranges } = await unreadOf(city, service);
  let oldest = Date.now();
  // The first of each partition is the oldest there.
  const firsts = ranges.map((range) => ({ ...range, end: range.from + 1n }));
  await city.kafka.read(firsts, ({ timestamp }) => (oldest = Math.min(oldest, timestamp)));
  return { records, seconds: secondsSince(oldest) };
}
