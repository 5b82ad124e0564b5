import type { Parsed } from './parse-record';

type Work = Extract<Parsed, { is: 'work' }>;

export interface Joined {
  readonly parsed: readonly Parsed[];
  /** Position of a record that only counts → position of the one it is counted with. */
  readonly heardWith: ReadonlyMap<number, number>;
}

/**
 * Records that mean nothing to us and still count in their subject's sequence are counted with the next one that does
 * mean something, when that follows at once: one piece of work instead of two or three.
 */
export function joinCounted(all: readonly Parsed[]): Joined {
  const parsed = [...all];
  const heardWith = new Map<number, number>();
  const counted = new Map<string, { from: number; to: number; at: number[] }>();
  for (const [i, one] of all.entries()) {
    if (one.is !== 'work' || !one.work.source) continue;
    const { subject, sequence } = one.work.source;
    const before = counted.get(subject);
    const follows = before?.to === sequence - 1;
    if (one.work.skip) {
      counted.set(subject, follows ? { ...before, to: sequence, at: [...before.at, i] } : only(sequence, i));
    } else if (before) {
      counted.delete(subject);
      if (!follows) continue;
      parsed[i] = from(one, before.from);
      for (const earlier of before.at) heardWith.set(earlier, i);
    }
  }
  return { parsed, heardWith };
}

const only = (sequence: number, at: number) => ({ from: sequence, to: sequence, at: [at] });

const from = (one: Work, first: number): Work => ({
  ...one,
  work: { ...one.work, source: { ...one.work.source!, from: first } },
});
