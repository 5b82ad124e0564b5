import type { CityInspector, InspectedService } from './inspect/city';
import type { OffsetRange } from '@lianban/operations';

/** The records on its topics that a service's group has not committed yet, by partition. */
export async function unreadOf(
  { kafka }: CityInspector,
  { group, hears }: InspectedService,
): Promise<{ readonly records: number; readonly ranges: readonly OffsetRange[] }> {
  const ranges: OffsetRange[] = [];
  for (const { topic } of hears) {
    const committed = await kafka.committed(group, topic);
    for (const { partition, low, high } of await kafka.bounds(topic)) {
      const next = committed.get(partition) ?? low;
      const from = next < low ? low : next;
      if (from < high) ranges.push({ topic, partition, from, end: high });
    }
  }
  return { records: ranges.reduce((sum, { from, end }) => sum + Number(end - from), 0), ranges };
}
