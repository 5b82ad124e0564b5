import { setTimeout as pause } from 'node:timers/promises';
import { nextArrival } from '../stats/next-arrival';
import { within } from './within';

export interface OpenLoop {
  /** Applications a second, however the subject is doing. */
  readonly rate: number;
  readonly ms: number;
  /** Arrivals of the first so many milliseconds are made but not counted. */
  readonly settleMs: number;
  readonly random: () => number;
}

export interface Latencies {
  /**
   * Milliseconds from the moment an application was due to be sent until its end was heard. Measuring from the moment it
   * really was sent would leave out the wait a stalled subject causes. One that failed or never ended counts as endless.
   */
  readonly samples: readonly number[];
  readonly failed: number;
  readonly unfinished: number;
  /** Applications a second that ended during the counted part. */
  readonly achieved: number;
}

const patienceMs = 20_000;

/** When each application is due, in milliseconds from the start, strictly by the seed. */
export function arrivals({ rate, ms, random }: Pick<OpenLoop, 'rate' | 'ms' | 'random'>): number[] {
  const due: number[] = [];
  for (let at = nextArrival(1000 / rate, random); at < ms; at += nextArrival(1000 / rate, random)) due.push(at);
  return due;
}

/** Applies at the given rate without waiting for answers, as a city does. */
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
