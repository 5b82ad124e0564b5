import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MetricSample } from './scrape';

const checkout = join(__dirname, '..', '..', '..', '..');
const chart = join(checkout, 'charts', 'resident-services');
const read = (...path: string[]) => readFileSync(join(chart, ...path), 'utf8');
const folders = [join(checkout, '.local', 'tools', 'bin'), ...(process.env['PATH'] ?? '').split(':')];

/** The path of promtool; undefined when it is not installed. */
export const promtool = folders.map((folder) => join(folder, 'promtool')).find((file) => existsSync(file));

/** The samples of /metrics of each service at one moment, by the service's name. */
export type Moment = ReadonlyMap<string, readonly MetricSample[]>;

/** The labels Prometheus adds to scraped series according to the chart's ServiceMonitor. */
function labelsOf(service: string): string {
  const ours: Readonly<Record<string, string>> = {
    'app.kubernetes.io/name': service,
    'app.kubernetes.io/part-of': 'lianban',
  };
  const wanted = /targetLabels: \[(.*)\]/.exec(read('templates', 'monitoring.yaml'))?.[1]?.split(', ') ?? [];
  const added = wanted.map((label) => `${label.replaceAll(/\W/g, '_')}="${ours[label]}"`);
  return [...added, 'namespace="city"', `pod="${service}-1"`].join(',');
}

/** The series Prometheus would store of these moments, a minute apart, followed by an hour without change. */
function seriesOf(moments: readonly Moment[]) {
  const values = new Map<string, string[]>();
  const services = new Set(moments.flatMap((moment) => [...moment.keys()]));
  for (const [at, moment] of moments.entries())
    for (const [service, samples] of moment)
      for (const { name, inside, value } of samples.filter((sample) => Number.isFinite(sample.value))) {
        const key = `${name}{${[labelsOf(service), inside].filter(Boolean).join(',')}}`;
        const before = values.get(key) ?? [];
        // "_" is a missing sample: the series did not exist yet, or was missing lately.
        const missing = Array.from({ length: at - before.length }, () => '_');
        values.set(key, [...before, ...missing, String(value)]);
      }
  return [
    ...[...services].map((service) => ({ series: `up{${labelsOf(service)}}`, values: '1x90' })),
    ...[...values].map(([series, samples]) => ({ series, values: [...samples, `${samples.at(-1)}x60`].join(' ') })),
  ];
}

/** Runs a test of promtool. @throws with its output when the test fails */
function run(name: string, test: object): void {
  const folder = join(checkout, '.local', 'recorded');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  const rules = join(chart, 'files', 'rules.yaml');
  writeFileSync(file, JSON.stringify({ rule_files: [rules], evaluation_interval: '1m', tests: [test] }));
  try {
    execFileSync(promtool!, ['test', 'rules', file], { stdio: 'pipe' });
  } catch (error) {
    throw new Error(String((error as { stderr?: Buffer }).stderr ?? error), { cause: error });
  }
}

interface Dashboard {
  readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[];
}

/** Checks that each query of each dashboard has a result for the recorded samples. */
export function everyQueryFinds(moments: readonly Moment[]): void {
  const queries = readdirSync(join(chart, 'files', 'dashboards')).flatMap((file) =>
    (JSON.parse(read('files', 'dashboards', file)) as Dashboard).panels.flatMap(({ targets }) =>
      targets.map(({ expr }) => expr),
    ),
  );
  // The query of the alert about absent services.
  const all = [...queries, 'up{app_kubernetes_io_part_of="lianban"}'];
  run('queries', {
    interval: '1m',
    input_series: seriesOf(moments),
    promql_expr_test: all.map((query) => ({
      expr: `count(${query.replaceAll('$__rate_interval', '5m')}) > bool 0`,
      eval_time: `${moments.length - 1}m`,
      exp_samples: [{ labels: '{}', value: 1 }],
    })),
  });
}

/** Checks that no alert fires for the samples of a healthy city. */
export function noAlertFires(moments: readonly Moment[]): void {
  const alerts = [...read('files', 'rules.yaml').matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
  run('alerts', {
    interval: '1m',
    input_series: seriesOf(moments),
    alert_rule_test: alerts.flatMap((alertname) =>
      [moments.length, 55].map((minute) => ({ eval_time: `${minute}m`, alertname, exp_alerts: [] })),
    ),
  });
}
