import { curveShares } from '../measured';
import type { Summary } from '../summary';
import { barChart } from './bar-chart';
import { lineChart } from './line-chart';
import { figure, text } from './svg';

const number = (value: number | null) => (value === null ? '–' : figure(value));
const spread = (interval: readonly [number, number] | undefined) =>
  interval ? `95 %: ${figure(interval[0])} – ${figure(interval[1])}` : 'fewer than three pairs: no interval';

const tile = (name: string, value: string, ...about: string[]) =>
  `<div class="tile">${text(name)}<b>${text(value)}</b>${about.map((line) => `<small>${text(line)}</small>`).join('')}</div>`;

/** The numbers the benchmark is made for. */
export function tiles(summary: Summary): string {
  const { headline, machine } = summary;
  const { faults, applications, records, invariants } = headline.checked;
  const held = `${invariants} held: ${figure(applications)} applications, ${figure(records)} records compared`;
  return `<div class="tiles">${[
    tile(
      'completed applications a second and core',
      number(headline.perSecondPerCore),
      `p99 ≤ ${headline.limitMs} ms, open loop, ${machine.cores} cores`,
      spread(headline.perCoreInterval),
    ),
    tile('R_cpu: CPU, system / baseline', number(summary.cpuRatio), 'target: at most 2.0', spread(summary.cpuInterval)),
    tile(
      'R_thr: throughput, system / baseline',
      number(summary.throughputRatio),
      'target: at least 0.5',
      spread(summary.throughputInterval),
    ),
    tile(
      'R_lat: p99 at the same rate, system / baseline',
      number(summary.latencyRatio),
      'target: at most 2.0',
      spread(summary.latencyInterval),
    ),
  ].join(
    '',
  )}</div><p${faults.length > 0 ? ' class="bad"' : ''}>${text(faults.length > 0 ? `${invariants} did not hold: ${faults.join('; ')}` : held)}</p>`;
}

export function benchCharts({ headline, system, baseline }: Summary): string {
  const steps = (read: (step: (typeof headline.steps)[number]) => number | null) =>
    headline.steps.map((step) => [step.offered, read(step)] as const);
  const curve = (values: readonly (number | null)[]) => values.map((value, n) => [n, value] as const);
  const seconds = (visits: readonly (readonly number[])[]) =>
    (visits[0] ?? []).map((_, second) => {
      const all = visits.map((visit) => visit[second] ?? 0);
      return [second + 1, all.reduce((sum, each) => sum + each, 0) / all.length] as const;
    });
  const processes = [...new Set([...Object.keys(system.cpuMsEach), ...Object.keys(baseline.cpuMsEach)])];
  return `<div class="charts">${[
    lineChart({
      title: 'Waiting time by rate: submit to complete, open loop; where some never ended, there is no point',
      x: 'applications a second that come',
      y: 'ms',
      series: [
        { name: 'p99', points: steps(({ p99 }) => p99) },
        { name: 'p90', points: steps(({ p90 }) => p90) },
        { name: 'p50', points: steps(({ p50 }) => p50) },
      ],
      level: { y: headline.limitMs, name: 'limit for p99' },
      top: 3 * headline.limitMs,
    }),
    lineChart({
      title: 'Waiting time by percentile, each at 70 % of its own capacity',
      x: 'so many % wait no longer',
      y: 'ms',
      names: curveShares.map((share) => `${100 * share}`),
      series: [
        { name: 'system', points: curve(system.latencyCurve) },
        { name: 'baseline', points: curve(baseline.latencyCurve) },
      ],
    }),
    lineChart({
      title: 'Throughput, closed loop: the mean of the visits, second by second',
      x: 'second of the block',
      y: 'completed applications a second',
      series: [
        { name: 'system', points: seconds(system.perSecond) },
        { name: 'baseline', points: seconds(baseline.perSecond) },
      ],
    }),
    barChart({
      title: 'CPU by process: ms for one application',
      unit: 'ms',
      names: ['system', 'baseline'],
      rows: processes.map((name) => ({ name, values: [system.cpuMsEach[name] ?? 0, baseline.cpuMsEach[name] ?? 0] })),
    }),
  ].join('')}</div>`;
}
