import { randomBytes } from 'node:crypto';
import { startBaseline } from './baseline/start-baseline';
import { type Samples, type Sizes, sizesOf } from './baseline/samples';
import { type Tuning, sweep, untuned } from './block/sweep';
import { runLoadStep } from './block/load-step';
import type { Visit } from './block/visit';
import type { Subject, SubjectName } from './load/subject';
import { forgetDatabases, forgetTopics } from './machine/forget';
import type { BenchServers } from './machine/servers';
import type { Options } from './options';
import { Problem } from './problem';
import { recordSamples } from './system/record-samples';
import { startSystem } from './system/start-system';

/** S B B S S B B S …: drift during a run affects both alike. */
export const order = (rounds: number): SubjectName[] =>
  Array.from({ length: rounds }, (_, i): SubjectName[] =>
    i % 2 ? ['baseline', 'system'] : ['system', 'baseline'],
  ).flat();

const candidates: Readonly<Record<SubjectName, readonly number[]>> = {
  baseline: [64, 256, 1024],
  // With more in flight the gateway takes over half a second to answer, and returns 503: that would measure admission control.
  system: [64, 192, 384],
  together: [64, 128, 192],
  // A queue without batching only grows longer with more in flight.
  oneAtATime: [16, 48],
};
const withoutSweep: Readonly<Record<SubjectName, Tuning>> = {
  baseline: untuned,
  system: { ...untuned, inFlight: 192 },
  together: { ...untuned, inFlight: 128 },
  oneAtATime: { ...untuned, inFlight: 32 },
};

export interface Run {
  readonly visits: readonly Visit[];
  /** Sizes of the baseline's documents and records: the system's, of this run. */
  readonly sizes: Sizes;
}

/** Visits system and baseline in turn, then the system in one process, and last with batches of one, each on new topics and databases. */
export async function run(servers: BenchServers, options: Options, say: (line: string) => void): Promise<Run> {
  const runPrefix = `bench${randomBytes(3).toString('hex')}-`;
  const visits: Visit[] = [];
  const tuned = new Map<SubjectName, Tuning>();
  let samples: Samples | undefined;
  let systemRate: number | undefined;
  const visit = async (name: SubjectName): Promise<Visit> => {
    const prefix = `${runPrefix}${visits.length + 1}-`;
    say(`${name}: starting`);
    const subject = await start(name, servers, prefix, samples);
    const tune = async (apply: () => Promise<void>) => {
      const found =
        tuned.get(name) ?? (options.sweep ? await sweep(subject, apply, candidates[name], say) : withoutSweep[name]);
      tuned.set(name, found);
      return found;
    };
    try {
      const alsoAt = name === 'baseline' ? systemRate : undefined;
      const stay = runLoadStep(subject, servers, {
        options,
        prefix,
        tune,
        latency: name !== 'oneAtATime',
        alsoAt,
        say,
      });
      const result = await Promise.race([stay, subject.died]);
      if (name === 'system') {
        systemRate = result.offeredRate;
        samples ??= await recordSamples(servers, prefix);
      }
      return result;
    } finally {
      await subject.stop();
      await forgetDatabases(servers, prefix);
    }
  };
  try {
    for (const name of [...order(options.rounds), 'together' as const, 'oneAtATime' as const])
      visits.push(await visit(name));
  } finally {
    await forgetTopics(servers, runPrefix);
  }
  return { visits, sizes: sizesOf(known(samples)) };
}

function known(samples: Samples | undefined): Samples {
  if (!samples) throw new Problem('the baseline writes what the system wrote: the system has to be visited first');
  return samples;
}

const start = (name: SubjectName, servers: BenchServers, prefix: string, samples?: Samples): Promise<Subject> =>
  name === 'baseline' ? startBaseline(servers, prefix, known(samples)) : startSystem(name, servers, prefix);
