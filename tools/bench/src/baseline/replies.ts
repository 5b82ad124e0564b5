import type { BatchQueue } from './batch-queue';
import { baselineDepartments } from './names';
import type { Samples } from './samples';
import { like } from './sender';
import { type DurableWrite, change } from './durable-write';

/** Writes each reply into its application, and publishes the end with the last one. */
export function applyReplies(queue: BatchQueue<DurableWrite>, topic: string, { replies, records }: Samples) {
  const open = new Map<string, number>();
  const ended = like(records.ended, topic);
  return (numbers: readonly string[]): Promise<void> =>
    queue.add(
      numbers.map((number) => {
        const nth = open.get(number) ?? 0;
        const isLast = nth + 1 === baselineDepartments.length;
        if (isLast) open.delete(number);
        else open.set(number, nth + 1);
        return { write: change(number, replies[baselineDepartments[nth]!]!), then: isLast ? [ended(number)] : [] };
      }),
    );
}
