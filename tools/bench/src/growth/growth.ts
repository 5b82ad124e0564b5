import { randomBytes } from 'node:crypto';
import { runLoadStep } from '../block/load-step';
import { untuned } from '../block/sweep';
import type { Visit } from '../block/visit';
import { forgetDatabases, forgetTopics } from '../machine/forget';
import type { BenchServers } from '../machine/servers';
import type { Options } from '../options';
import { cpuOf, rateOf } from '../report/measured';
import { rounded, told } from '../report/numbers';
import { median, percentile } from '../stats/percentile';
import { startSystem } from '../system/start-system';
import { fill, stored } from './fill';
import { likeReal } from './like-real';

/** A city with many finished applications and an empty one, measured in turn. */
export interface Growth {
  readonly sizes: readonly {
    /** Finished applications in the databases, not counting measured ones. */
    readonly finished: number;
    /** Medians: completed applications a second (closed loop), and p99 latency in ms (open loop). */
    readonly throughput: number;
    readonly emptyThroughput: number;
    readonly p99: number | null;
    readonly emptyP99: number | null;
    /** Change in percent against the neighbouring empty city, the median of the pairs. */
    readonly throughputChange: number | null;
    readonly p99Change: number | null;
    /** CPU of all processes for one application, which is least disturbed by other work on the machine. */
    readonly cpuMs: number;
    readonly emptyCpuMs: number;
    readonly cpuChange: number | null;
    readonly megabytes: number;
    readonly diskMegabytes: number;
  }[];
  /** The rate of the latency measurement. */
  readonly rate: number;
}

// Few enough to avoid 503, also on a busy machine: neighbours are compared, not limits.
const tuning = { ...untuned, inFlight: 64 };
// Well below capacity: near it, latency measures only how near.
const shareOfCapacity = 0.5;

export async function measureGrowth(
  servers: BenchServers,
  options: Options,
  say: (line: string) => void,
): Promise<Growth> {
  const run = `bench${randomBytes(3).toString('hex')}-`;
  const grown = `${run}grown-`;
  let rate: number | undefined;
  let count = 0;
  const visit = async (prefix: string, of: string, copies = 0): Promise<Visit> => {
    say(`${of}: starting`);
    // A copy has another number: what is sealed would not open under it.
    const subject = await startSystem('system', servers, prefix, { DATA_SEALING: 'off' });
    try {
      if (copies > 0) await likeReal(servers, prefix, subject, copies);
      const stay = { options, prefix, tune: async () => tuning, latency: true, checks: false, rate, say };
      const result = await Promise.race([runLoadStep(subject, servers, stay), subject.died]);
      rate ??= Math.max(1, rounded(shareOfCapacity * rateOf(result)));
      return result;
    } finally {
      await subject.stop();
    }
  };
  const empty = async () => {
    const prefix = `${run}empty${(count += 1)}-`;
    try {
      return await visit(prefix, 'empty city');
    } finally {
      await forgetDatabases(servers, prefix);
    }
  };
  const sizes: Growth['sizes'][number][] = [];
  try {
    say('a first city, whose applications are copied');
    await visit(grown, 'first city');
    let copies = 0;
    for (const finished of options.finished) {
      say(`copying ${finished - copies} finished applications`);
      const tell = (done: number) => say(`copied ${done} of ${finished}`);
      await fill(servers, grown, { from: copies, to: finished, tell });
      copies = finished;
      const pairs: { full: Visit; empty: Visit }[] = [];
      for (let round = 0; round < options.rounds; round++) {
        const name = `${finished} finished`;
        const [one, other] =
          round % 2
            ? [await visit(grown, name, copies), await empty()]
            : [await empty(), await visit(grown, name, copies)];
        pairs.push(round % 2 ? { full: one, empty: other } : { full: other, empty: one });
      }
      sizes.push({ finished, ...compared(pairs), ...megabytes(await stored(servers, grown)) });
    }
  } finally {
    await forgetDatabases(servers, grown);
    await forgetTopics(servers, run);
  }
  return { sizes, rate: rate ?? 0 };
}

function compared(pairs: readonly { readonly full: Visit; readonly empty: Visit }[]) {
  const middle = (read: (pair: (typeof pairs)[number]) => number) => median(pairs.map(read)) ?? 0;
  // No ratio when one side is endless.
  const change = (read: (visit: Visit) => number) =>
    pairs.every(({ full, empty }) => Number.isFinite(read(full)) && read(empty) > 0 && Number.isFinite(read(empty)))
      ? told(middle(({ full, empty }) => 100 * (read(full) / read(empty) - 1)))
      : null;
  const p99 = ({ latencies }: Visit) => percentile(latencies, 0.99) ?? Infinity;
  return {
    throughput: rounded(middle(({ full }) => rateOf(full))),
    emptyThroughput: rounded(middle(({ empty }) => rateOf(empty))),
    p99: told(middle(({ full }) => p99(full))),
    emptyP99: told(middle(({ empty }) => p99(empty))),
    throughputChange: change(rateOf),
    p99Change: change(p99),
    cpuMs: rounded(middle(({ full }) => cpuOf(full))),
    emptyCpuMs: rounded(middle(({ empty }) => cpuOf(empty))),
    cpuChange: change(cpuOf),
  };
}

const megabytes = (of: Awaited<ReturnType<typeof stored>>) => ({
  megabytes: Math.round(of.megabytes),
  diskMegabytes: Math.round(of.diskMegabytes),
});

/** The result as a table. */
export function growthTable({ sizes, rate }: Growth): string {
  const signed = (value: number | null) => (value === null ? '–' : `${value > 0 ? '+' : ''}${value.toFixed(1)} %`);
  const beside = (value: number | null, empty: number | null, change: number | null) =>
    `${value ?? '–'} (${empty ?? '–'}, ${signed(change)})`;
  const rows = sizes.map((size) => [
    String(size.finished),
    beside(size.throughput, size.emptyThroughput, size.throughputChange),
    beside(size.p99, size.emptyP99, size.p99Change),
    beside(size.cpuMs, size.emptyCpuMs, size.cpuChange),
    `${size.megabytes} / ${size.diskMegabytes}`,
  ]);
  const head = [
    'finished',
    'applications/s (empty city, change)',
    `p99 ms at ${rate}/s`,
    'CPU ms each',
    'MB / on disk',
  ];
  const widths = [10, 37, 28, 28, 16];
  return [head, ...rows].map((row) => row.map((cell, n) => cell.padStart(widths[n]!)).join('')).join('\n');
}
