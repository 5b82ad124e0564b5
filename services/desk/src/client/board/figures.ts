import type { Board, WaitingGroup } from '@lianban/rest-client';

/** "75 %", or a dash when the total is zero. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`;

/** Decided by the promised day, of what was decided or should have been: an open case past its day is late too. */
export function onTimeShare({ onTime, decided, holders }: Pick<Board, 'onTime' | 'decided' | 'holders'>): string {
  const overdue = holders.reduce((sum, holder) => sum + holder.overdue, 0);
  return share(onTime, decided + overdue);
}

export const openCases = ({ ages }: Pick<Board, 'ages'>): number => ages.reduce((sum, { cases }) => sum + cases, 0);

const waits = ['officer', 'resident', 'facts', 'notice'] as const;

export interface WaitingRow {
  readonly department: string;
  readonly counts: Readonly<Record<(typeof waits)[number], number>>;
  readonly total: number;
  readonly oldest: string | undefined;
}

/** Waiting cases by department, the most first. */
export function waitingRows(groups: readonly WaitingGroup[]): readonly WaitingRow[] {
  const byDepartment = Map.groupBy(groups, ({ department }) => department);
  return [...byDepartment]
    .map(([department, own]) => {
      const count = (waitsFor: string) =>
        own.filter((group) => group.waitsFor === waitsFor).reduce((sum, { cases }) => sum + cases, 0);
      const counts = Object.fromEntries(waits.map((each) => [each, count(each)])) as WaitingRow['counts'];
      const oldest = own.flatMap((group) => group.oldest ?? []).toSorted()[0];
      return { department, counts, total: waits.reduce((sum, each) => sum + counts[each], 0), oldest };
    })
    .toSorted((a, b) => b.total - a.total);
}
