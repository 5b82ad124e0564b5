import { randomBytes } from 'node:crypto';
import { seededRandom } from '@lianban/infra';
import { runLoadStep } from '../block/load-step';
import { untuned } from '../block/sweep';
import type { Visit } from '../block/visit';
import { forgetDatabases, forgetTopics } from '../machine/forget';
import type { BenchServers } from '../machine/servers';
import type { Options } from '../options';
import { type SubjectSummary, cpuOf, rateOf, summariseVisits } from '../report/measured';
import { type Estimate, pairedRatio } from '../stats/ratio';
import { startSystem } from '../system/start-system';
import { type StartSystem, formerSystem } from './former-system';

const sides = ['former', 'current'] as const;
type Side = (typeof sides)[number];

/** Two systems on one machine, measured in turn: two releases, or a plain and a secure city. */
export interface Comparison {
  readonly former: SubjectSummary;
  readonly current: SubjectSummary;
  /** Current / former: the median of the pairs. */
  readonly throughput: Estimate | undefined;
  readonly cpu: Estimate | undefined;
  readonly ready: Estimate | undefined;
}

// Few enough for a slow machine's gateway to take them all.
const tuning = { ...untuned, inFlight: 128 };
const seed = 20261130;

type Say = (line: string) => void;

/** Measures a former release and this one in turn. */
export function measurePrevious(servers: BenchServers, options: Options, say: Say): Promise<Comparison> {
  const former = { servers, start: formerSystem(options.previous), name: 'former' };
  return measurePair({ former, current: { servers, start: startSystem, name: 'current' } }, options, say);
}

interface Compared {
  readonly name: string;
  readonly servers: BenchServers;
  readonly start: StartSystem;
}

/** Measures two systems in turn, F C C F F C …, each time on new topics and databases. */
export async function measurePair(
  compared: Readonly<Record<Side, Compared>>,
  options: Options,
  say: Say,
): Promise<Comparison> {
  const run = `bench${randomBytes(3).toString('hex')}-`;
  let count = 0;
  const visit = async (side: Side): Promise<Visit> => {
    const prefix = `${run}${(count += 1)}-`;
    const { name, servers, start } = compared[side];
    say(`${name}: starting`);
    const subject = await start('system', servers, prefix);
    try {
      const step = { options, prefix, tune: async () => tuning, latency: false, say };
      return await Promise.race([runLoadStep(subject, servers, step), subject.died]);
    } finally {
      await subject.stop();
      await forgetDatabases(servers, prefix);
    }
  };
  const pairs: Record<Side, Visit>[] = [];
  try {
    for (let round = 0; round < options.rounds; round++) {
      const first = await visit(sides[round % 2]!);
      const second = await visit(sides[(round + 1) % 2]!);
      pairs.push(round % 2 ? { former: second, current: first } : { former: first, current: second });
    }
  } finally {
    for (const { servers } of [compared.former, compared.current]) await forgetTopics(servers, run);
  }
  return compare(pairs);
}

export function compare(pairs: readonly Record<Side, Visit>[]): Comparison {
  const random = seededRandom(seed);
  const ratio = (read: (visit: Visit) => number) =>
    pairedRatio(
      pairs.map(({ former, current }) => ({ upper: read(current), lower: read(former) })),
      random,
    );
  return {
    former: summariseVisits(pairs.map(({ former }) => former)),
    current: summariseVisits(pairs.map(({ current }) => current)),
    throughput: ratio(rateOf),
    cpu: ratio(cpuOf),
    ready: ratio(({ readyMs }) => readyMs),
  };
}
