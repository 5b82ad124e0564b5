import type { CityInspector } from './inspect/city';
import { residents } from '@lianban/protos';
import { lengthOf } from './gather';
import { progress } from './progress';

/** A time span by the time records were written, its end excluded; open where a side is missing. */
export interface TimeSpan {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** The applications with any record in a time span. */
export async function applicationsIn(
  { services, kafka }: CityInspector,
  { from, to }: TimeSpan,
): Promise<ReadonlySet<string>> {
  const stretches = [];
  for (const topic of services.flatMap(({ topics }) => topics)) {
    const starts = from && (await kafka.since(topic, from));
    const ends = to && (await kafka.since(topic, to));
    for (const { partition, low, high } of await kafka.bounds(topic))
      stretches.push({
        ...{ topic, partition },
        from: starts?.get(partition) ?? low,
        end: ends?.get(partition) ?? high,
      });
  }
  const told = progress('records of that time read', lengthOf(stretches));
  const found = new Set<string>();
  let records = 0;
  await kafka.read(stretches, ({ key, headers }) => {
    told.at((records += 1));
    // Sealed blocks of the book of reads belong to no application: `reads verify` checks them all together.
    if (key !== undefined && headers['ce_type'] !== residents.v1.BookPageSealed.$type) found.add(key);
  });
  told.end();
  return found;
}
