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
import { openSink } from './sink';

/** The cost of sending traces and metrics to a collector. Medians of the visits. */
export interface TelemetryCost {
  readonly modes: readonly {
    readonly name: string;
    readonly throughput: number;
    /** CPU milliseconds of all processes per application, and the increase in percent. */
    readonly cpuMs: number;
    readonly cpuChange: number | null;
    readonly p50: number | null;
    readonly p99: number | null;
    /** Kilobytes sent per application. */
    readonly kilobytes: number;
  }[];
}

const modes = [
  { name: 'off', share: undefined },
  { name: '10 %', share: '0.1' },
  { name: '100 %', share: '1' },
] as const;
type SampledShare = (typeof modes)[number];
// Few enough to avoid 503.
const tuning = { ...untuned, inFlight: 64 };

type TelemetryVisit = Visit & { readonly kilobytes: number };

export async function measureTelemetry(
  servers: BenchServers,
  options: Options,
  say: (line: string) => void,
): Promise<TelemetryCost> {
  const run = `bench${randomBytes(3).toString('hex')}-`;
  const sink = await openSink();
  let rate: number | undefined;
  let count = 0;
  const visit = async ({ name, share }: SampledShare): Promise<TelemetryVisit> => {
    const prefix = `${run}${(count += 1)}-`;
    const env = share && { OTEL_EXPORTER_OTLP_ENDPOINT: sink.url, OTEL_TRACES_SAMPLER_ARG: share };
    say(`telemetry ${name}: starting`);
    const subject = await startSystem('system', servers, prefix, env || {});
    try {
      const before = sink.bytes();
      const stay = { options, prefix, tune: async () => tuning, latency: true, checks: false, rate, say };
      const result = await Promise.race([runLoadStep(subject, servers, stay), subject.died]);
      rate ??= Math.max(1, rounded(rateOf(result) / 2));
      const all = Object.values(result.outcomes).reduce((sum, each) => sum + each, 0);
      return { ...result, kilobytes: (sink.bytes() - before) / 1024 / Math.max(1, all) };
    } finally {
      await subject.stop();
      await forgetDatabases(servers, prefix);
    }
  };
  const seen = new Map<string, TelemetryVisit[]>(modes.map(({ name }) => [name, []]));
  try {
    // The first visit warms the machine and finds the rate; then there and back, so that drift affects all alike.
    await visit(modes[0]);
    for (let round = 0; round < options.rounds; round++)
      for (const mode of round % 2 ? modes.toReversed() : modes) seen.get(mode.name)!.push(await visit(mode));
  } finally {
    sink.close();
    await forgetTopics(servers, run);
  }
  return { modes: modes.map(({ name }) => ({ name, ...summaryOf(seen.get(name)!, seen.get('off')!) })) };
}

function summaryOf(visits: readonly TelemetryVisit[], off: readonly TelemetryVisit[]) {
  const middle = (of: readonly TelemetryVisit[], read: (visit: TelemetryVisit) => number) => median(of.map(read)) ?? 0;
  const latencies = visits.flatMap((each) => each.latencies);
  const beside = middle(off, cpuOf);
  return {
    throughput: rounded(middle(visits, rateOf)),
    cpuMs: rounded(middle(visits, cpuOf)),
    cpuChange: visits === off || beside === 0 ? null : told(100 * (middle(visits, cpuOf) / beside - 1)),
    p50: told(percentile(latencies, 0.5)),
    p99: told(percentile(latencies, 0.99)),
    kilobytes: rounded(middle(visits, ({ kilobytes }) => kilobytes)),
  };
}

/** The result as a table. */
export function telemetryTable({ modes }: TelemetryCost): string {
  const line = (cells: readonly (string | number | null)[]) =>
    cells.map((cell) => String(cell ?? '–').padStart(16)).join('');
  const signed = (value: number | null) => (value === null ? '–' : `${value > 0 ? '+' : ''}${value.toFixed(1)} %`);
  const head = ['traces kept', 'applications/s', 'CPU ms each', 'beside off', 'p50 ms', 'p99 ms', 'kB sent each'];
  const rows = modes.map(({ name, throughput, cpuMs, cpuChange, p50, p99, kilobytes }) =>
    line([name, throughput, cpuMs, signed(cpuChange), p50, p99, kilobytes]),
  );
  return [line(head), ...rows].join('\n');
}
