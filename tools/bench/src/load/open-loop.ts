import { setTimeout as pause } from 'node:timers/promises';
import { nextArrival } from '../stats/next-arrival';
import { within } from './within';

export interface OpenLoop {
  /** Applications a second, independent of answers. */
  readonly rate: number;
  readonly ms: number;
  /** Arrivals before this time are sent but not counted. */
  readonly settleMs: number;
  readonly random: () => number;
}

export interface Latencies {
  /**
   * Milliseconds from the due time of a submission to its end. Measuring from the actual send time would hide the wait that a
   * stalled subject causes (coordinated omission). Failed and unfinished ones count as Infinity.
   */
  readonly samples: readonly number[];
  readonly failed: number;
  readonly unfinished: number;
  /** Completions a second during the counted part. */
  readonly achieved: number;
}

const patienceMs = 20_000;

/** Due times in milliseconds from the start, determined by the seed. */
export function arrivals({ rate, ms, random }: Pick<OpenLoop, 'rate' | 'ms' | 'random'>): number[] {
  const due: number[] = [];
  for (let at = nextArrival(1000 / rate, random); at < ms; at += nextArrival(1000 / rate, random)) due.push(at);
  return due;
}

/** Submits at the given rate without waiting for answers, as a city does. */
export async function openLoop(apply: () => Promise<void>, loop: OpenLoop): Promise<Latencies> {
  const began = performance.now();
  const samples: number[] = [];
  const underWay = new Set<Promise<void>>();
  let failed = 0;
  let inTime = 0;
  const one = async (due: number) => {
    const counts = due >= loop.settleMs;
    try {
      await apply();
      const now = performance.now() - began;
      if (counts) samples.push(now - due);
      if (now >= loop.settleMs && now <= loop.ms) inTime++;
    } catch {
      if (counts) failed++;
    }
  };
  for (const due of arrivals(loop)) {
    const early = due - (performance.now() - began);
    if (early > 0) await pause(early);
    const application = one(due).finally(() => underWay.delete(application));
    underWay.add(application);
  }
  await within(patienceMs, Promise.all(underWay));
  const lost = Array.from({ length: underWay.size + failed }, () => Infinity);
  const achieved = inTime / ((loop.ms - loop.settleMs) / 1000);
  return { samples: [...samples, ...lost], failed, unfinished: underWay.size, achieved };
}
