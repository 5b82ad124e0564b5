import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Metric, metricTable, prometheusName } from '@lianban/telemetry';
import { checkout } from '../src/folders';

const files = join(checkout, 'charts', 'resident-services', 'files');
const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

interface Rule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
}
const rules = parse(read(files, 'rules.yaml')).groups.flatMap(({ rules }: { rules: Rule[] }) => rules) as Rule[];
const alerts = rules.filter(({ alert }) => alert !== undefined);
const recorded = rules.flatMap(({ record }) => record ?? []);

interface Panel {
  readonly title: string;
  readonly targets: readonly { readonly expr: string }[];
}
const dashboards = readdirSync(join(files, 'dashboards')).map((file) => ({
  file,
  panels: JSON.parse(read(files, 'dashboards', file)).panels as Panel[],
}));
const queries = [
  ...rules.map(({ alert, record, expr }) => ({ where: (alert ?? record)!, expr })),
  ...dashboards.flatMap(({ file, panels }) =>
    panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ where: `${file}: ${title}`, expr }))),
  ),
];

// Metrics of other exporters: Prometheus itself, kube-state-metrics, cert-manager.
const foreign = ['up', 'kube_job_status_failed', 'certmanager_certificate_expiration_timestamp_seconds'];
const ours = (Object.values(metricTable) as Metric[]).flatMap((metric) => {
  const name = prometheusName(metric);
  return metric.kind === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name];
});
/** The names of series in a query: words not followed by "(", and neither in braces nor after `by`. */
const seriesIn = (expr: string): string[] =>
  [
    ...expr
      .replace(/"[^"]*"/g, '')
      .replace(/\{[^}]*\}/g, '')
      .replace(/\b(by|on|without|ignoring)\s*\([^)]*\)/g, '')
      .replace(/\[[^\]]*\]/g, '')
      .matchAll(/[a-z_][\w:]*(?=\s*(?:\W|$))(?!\s*\()/g),
  ]
    .map(([word]) => word)
    .filter((word) => /_|:|^up$/.test(word));

test.each(queries)('$where queries metrics that are exported', ({ expr }) => {
  const asked = seriesIn(expr);
  expect(asked).not.toEqual([]);
  expect(asked.filter((name) => ![...ours, ...recorded, ...foreign].includes(name))).toEqual([]);
});

// Added by the process, by the operator's monitors, or by Prometheus.
const everywhere = [
  'le',
  'service',
  'namespace',
  'pod',
  'name',
  'job_name',
  'app_kubernetes_io_name',
  'app_kubernetes_io_part_of',
];
const attributes = (Object.values(metricTable) as Metric[]).flatMap(({ attributes }) =>
  attributes.map((attribute) => attribute.replaceAll('.', '_')),
);

test.each(queries)('$where queries attributes that exist', ({ expr }) => {
  const matched = [...expr.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"/g)].map(([, label]) => label!);
  const grouped = [...expr.matchAll(/\bby\s*\(([^)]*)\)/g)].flatMap(([, inside]) => inside!.split(/\s*,\s*/));
  expect([...matched, ...grouped].filter((label) => ![...everywhere, ...attributes].includes(label))).toEqual([]);
});

test.each(alerts)('$alert has a severity, a description and a runbook', (rule) => {
  expect(['page', 'ticket']).toContain(rule.labels?.severity);
  expect(rule.annotations?.summary).toBeTruthy();
  expect(rule.annotations?.runbook_url).toBe(`RUNBOOKS/${rule.alert}.md`);
  expect(existsSync(join(checkout, 'docs', 'sre', 'runbooks', `${rule.alert}.md`))).toBe(true);
});

test('every runbook has an alert', () => {
  const pages = readdirSync(join(checkout, 'docs', 'sre', 'runbooks')).map((file) => file.replace('.md', ''));
  expect(pages.toSorted()).toEqual(alerts.map(({ alert }) => alert).toSorted());
});

test('each alert is tested with series that make it fire, and with series that do not', () => {
  const folder = join(checkout, 'charts', 'test', 'alerts');
  const names = readdirSync(folder).flatMap((file) =>
    (parse(read(folder, file)).tests as { name: string }[]).map(({ name }) => name),
  );
  const wanted = alerts.flatMap(({ alert }) => [`${alert} fires`, `${alert} keeps quiet`]);
  expect(names.toSorted()).toEqual(wanted.toSorted());
});
