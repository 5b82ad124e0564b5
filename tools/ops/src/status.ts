import type { CityInspector, InspectedService } from './inspect/city';
import { type Answer, table } from './output';

/** How far each service is behind: in records and seconds, in its outbox, its parked keys and its deadlines. */
export async function status(city: CityInspector): Promise<Answer> {
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
    // Passed deadlines are looked for twice a second: what is younger is on its way.
    service.store.due(new Date(city.now().getTime() - 5_000)),
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

/** In seconds: the age of the oldest record that was not processed. */
async function lagOf({ kafka }: CityInspector, { group, hears }: InspectedService) {
  const waiting = [];
  let records = 0;
  for (const { topic } of hears) {
    const committed = await kafka.committed(group, topic);
    for (const { partition, low, high } of await kafka.bounds(topic)) {
      const next = committed.get(partition) ?? low;
      const from = next < low ? low : next;
      if (from >= high) continue;
      records += Number(high - from);
      waiting.push({ topic, partition, from, end: from + 1n });
    }
  }
  let oldest = Date.now();
  await kafka.read(waiting, ({ timestamp }) => (oldest = Math.min(oldest, timestamp)));
  return { records, seconds: secondsSince(oldest) };
}
