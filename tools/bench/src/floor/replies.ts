import type { BatchLine } from './batch-line';
import { floorDepartments } from './names';
import type { Samples } from './samples';
import { like } from './sender';
import { type Step, change } from './step';

/** Writes each reply into its application, and tells the end with the last of them. */
export function hearReplies(line: BatchLine<Step>, topic: string, { replies, records }: Samples) {
  const open = new Map<string, number>();
  const ended = like(records.ended, topic);
  return (numbers: readonly string[]): Promise<void> =>
    line.add(
      numbers.map((number) => {
        const nth = open.get(number) ?? 0;
        const isLast = nth + 1 === floorDepartments.length;
        if (isLast) open.delete(number);
        else open.set(number, nth + 1);
        return { write: change(number, replies[floorDepartments[nth]!]!), then: isLast ? [ended(number)] : [] };
      }),
    );
}
