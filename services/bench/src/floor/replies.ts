import type { BatchLine } from './batch-line';
import { floorDepartments } from './names';
import { type Step, replace } from './step';

/** Writes each reply into its application, and tells the end with the last of them. */
export function hearReplies(line: BatchLine<Step>, ended: string, bytes: number) {
  const open = new Map<string, number>();
  return (numbers: readonly string[]): Promise<void> =>
    line.add(
      numbers.map((number) => {
        const left = (open.get(number) ?? floorDepartments.length) - 1;
        if (left > 0) open.set(number, left);
        else open.delete(number);
        const version = 1 + floorDepartments.length - left;
        return { write: replace(number, version, bytes), then: left > 0 ? [] : [{ topic: ended, key: number }] };
      }),
    );
}
