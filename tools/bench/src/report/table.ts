import type { SubjectSummary } from './measured';
import type { Summary } from './summary';

const blank = '–';
const shown = (value: number | null, digits = 1): string => (value === null ? blank : value.toFixed(digits));

/** The summary as a table: four columns, then ratios and memory. */
export function table(summary: Summary): string {
  const { baseline, system, together, oneAtATime } = summary;
  const columns = [baseline, system, together, oneAtATime];
  const row = (name: string, read: (of: SubjectSummary) => string) => line([name, ...columns.map(read)]);
  return [
    ...headline(summary),
    '',
    line(['', 'baseline', 'system', 'in one process', 'batches of one']),
    row('completed applications/s', (of) => shown(of.throughput)),
    row('CPU ms per application, all processes', (of) => shown(of.cpuMs, 2)),
    row('submit to complete at 70 %, p50 ms', (of) => shown(of.latency.p50)),
    row('submit to complete at 70 %, p99 ms', (of) => shown(of.latency.p99)),
    row('  offered, completed applications/s', (of) => `${shown(of.offeredRate)}, ${shown(of.achievedRate)}`),
    row('idle, one application at a time, p50 ms', (of) => shown(of.idle.p50)),
    row('applications under way', (of) => shown(of.inFlight, 0)),
    row('document writes per application', (of) => shown(of.perApplication.writes)),
    row('transactions per application', (of) => shown(of.perApplication.transactions, 2)),
    row('records per application', (of) => shown(of.perApplication.records)),
    row('answered 503, submitted again', (of) => String(of.turnedAway)),
    row('refused, never ended', (of) => `${of.failed}, ${of.unfinished}`),
    row('all processes ready after ms', (of) => shown(of.readyMs, 0)),
    row('resident MB under load, all processes', (of) => shown(loadOf(of), 0)),
    '',
    ...ratios(summary),
    '',
    'CPU ms per application     ' + parts(system.cpuMsEach, (ms) => ms.toFixed(2)),
    '  of the baseline          ' + parts(baseline.cpuMsEach, (ms) => ms.toFixed(2)),
    'resident MB rest → load    ' + parts(system.memory, ({ rest, load }) => `${rest} → ${load}`),
    'the system’s endings       ' + parts(system.outcomes, String),
    ...machine(summary),
  ].join('\n');
}

function headline({ headline: { limitMs, perSecond, perSecondPerCore, perCoreInterval, checked } }: Summary): string[] {
  const { invariants, applications, records, faults } = checked;
  return [
    `completed applications/s and core, p99 ≤ ${limitMs} ms, open loop: ${shown(perSecondPerCore)}${spread(perCoreInterval)}; ${shown(perSecond)}/s in all`,
    faults.length === 0
      ? `${invariants} held: ${applications} applications and ${records} records compared`
      : `${invariants} DID NOT HOLD: ${faults.join('; ')}`,
  ];
}

const loadOf = ({ memory }: SubjectSummary): number => Object.values(memory).reduce((sum, { load }) => sum + load, 0);

const spread = (of: readonly [number, number] | undefined) => (of ? `  (95 %: ${of[0]} – ${of[1]})` : '');

const line = ([name = '', ...cells]: string[]): string =>
  name.padEnd(40) + cells.map((cell) => cell.padStart(16)).join('');

const parts = <T>(of: Readonly<Record<string, T>>, show: (value: T) => string): string =>
  Object.entries(of)
    .map(([name, value]) => `${name} ${show(value)}`)
    .join(' · ');

function ratios(summary: Summary): string[] {
  const { throughputRatio, throughputInterval, cpuRatio, cpuInterval, oneAtATimeRatio } = summary;
  const { latencyRatio, latencyInterval } = summary;
  return [
    `R_thr  throughput, system / baseline            ${shown(throughputRatio, 3)}${spread(throughputInterval)}`,
    `R_cpu  CPU per application, system / baseline   ${shown(cpuRatio, 2)}${spread(cpuInterval)}`,
    `R_lat  p99 at the same rate, system / baseline  ${shown(latencyRatio, 2)}${spread(latencyInterval)}`,
    `       throughput, system / batches of one      ${shown(oneAtATimeRatio, 2)}`,
  ];
}

function machine({ machine: { cores, node, syncMs, unseen }, sizes }: Summary): string[] {
  return [
    `documents ${sizes.application} B and ${sizes.case} B, records ${sizes.record} B in the baseline`,
    `${cores} cores, Node ${node}, ${syncMs.toFixed(2)} ms for one small durable write`,
    ...(unseen.length > 0
      ? [`CPU of ${unseen.join(' and ')} could not be counted: not a process of this machine`]
      : []),
  ];
}
