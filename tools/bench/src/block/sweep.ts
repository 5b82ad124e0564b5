import { closedLoop } from '../load/closed-loop';
import type { Subject } from '../load/subject';

export interface Tuning {
  readonly inFlight: number;
  /** Concurrent writes per process, for a subject that can be tuned. */
  readonly flights: number;
}

export const untuned: Tuning = { inFlight: 256, flights: 2 };
const sweepMs = 2_500;

/** The setting with the highest throughput: every subject is measured at its best. */
export async function sweep(
  subject: Subject,
  apply: () => Promise<void>,
  candidates: readonly number[],
  say: (line: string) => void,
): Promise<Tuning> {
  const throughput = async (tuning: Tuning) => {
    subject.tune?.(tuning.flights);
    const { overall } = await closedLoop(apply, { inFlight: tuning.inFlight, warmMs: 0, measureMs: sweepMs });
    const writes = subject.tune ? `, ${tuning.flights} writes a process` : '';
    say(`${subject.name}: ${tuning.inFlight} under way${writes}: ${overall.toFixed(0)}/s`);
    return overall;
  };
  const best = async (tunings: readonly Tuning[]) => {
    let winner = { tuning: tunings[0]!, rate: -1 };
    for (const tuning of tunings) {
      const rate = await throughput(tuning);
      if (rate > winner.rate) winner = { tuning, rate };
    }
    return winner.tuning;
  };
  const middle = candidates[Math.floor(candidates.length / 2)]!;
  const { flights } = subject.tune
    ? await best([1, 2, 4].map((n) => ({ inFlight: middle, flights: n })))
    : { flights: untuned.flights };
  return best(candidates.map((inFlight) => ({ inFlight, flights })));
}
