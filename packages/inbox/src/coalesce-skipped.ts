import type { Parsed } from './parse-record';

type Command = Extract<Parsed, { is: 'command' }>;

export interface Coalesced {
  readonly parsed: readonly Parsed[];
  /** Position of a skipped record → position of the record it is acknowledged with. */
  readonly acknowledgedWith: ReadonlyMap<number, number>;
}

/** Acknowledges skipped records with the next handled record of their subject, when it follows at once: one command for all. */
export function coalesceSkipped(all: readonly Parsed[]): Coalesced {
  const parsed = [...all];
  const acknowledgedWith = new Map<number, number>();
  const skipped = new Map<string, { from: number; to: number; at: number[] }>();
  for (const [i, one] of all.entries()) {
    if (one.is !== 'command' || !one.command.source) continue;
    const { subject, sequence } = one.command.source;
    const before = skipped.get(subject);
    const follows = before?.to === sequence - 1;
    if (one.command.ackOnly) {
      skipped.set(subject, follows ? { ...before, to: sequence, at: [...before.at, i] } : only(sequence, i));
    } else if (before) {
      skipped.delete(subject);
      if (!follows) continue;
      parsed[i] = from(one, before.from);
      for (const earlier of before.at) acknowledgedWith.set(earlier, i);
    }
  }
  return { parsed, acknowledgedWith };
}

const only = (sequence: number, at: number) => ({ from: sequence, to: sequence, at: [at] });

const from = (one: Command, first: number): Command => ({
  ...one,
  command: { ...one.command, source: { ...one.command.source!, from: first } },
});
