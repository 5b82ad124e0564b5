import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Metric, type SpanSort, metricTable, logFieldTable, prometheusName, spanTable } from '@lianban/telemetry';
import { applicationWhen, ended, stands, waitFor } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { fourDepartments } from './harness/four-departments';
import { type Scraped, scrape } from './harness/scrape';
import { type ReceivedSpan, openSink } from './harness/otlp-sink';
import { type Moment, everyQueryFinds, noAlertFires, promtool } from './harness/recorded';
import { testServers } from './harness/servers';
import { shopWithoutLayout } from './harness/shop';

let city: TestCity;
let sink: Awaited<ReturnType<typeof openSink>>;
beforeAll(async () => {
  sink = await openSink();
  const env = { OTEL_METRICS_EXPORTER: 'prometheus', OTEL_EXPORTER_OTLP_ENDPOINT: sink.url, LOG_LEVEL: 'debug' };
  city = await startCity({ name: 'telemetry', servers: testServers(), residents: 1, env, apart: true });
});
afterAll(async () => {
  await city?.stop();
  await sink?.close();
});

const metrics: readonly Metric[] = Object.values(metricTable);
const watched = () => ['gateway', ...city.services.storing];
/** They store, and keep no catalogue. */
const hasNoCatalogue = new Set(['payments', 'notifications']);
const countsNoDays = new Set([...hasNoCatalogue, 'residents']);
const isToCome = ({ from }: Metric, service: string): boolean =>
  from === 'all' ||
  from === service ||
  (from === 'operated' && ['applications', 'notifications', 'payments'].includes(service)) ||
  (from === 'stores' && city.services.storing.includes(service)) ||
  (from === 'catalogues' && city.services.storing.includes(service) && !hasNoCatalogue.has(service)) ||
  (from === 'calendars' && city.services.storing.includes(service) && !countsNoDays.has(service));

/** The samples before the city's time was moved, and all samples, in which every metric occurs. */
let calm: Moment[];
let all: Moment[];
let scraped: ReadonlyMap<string, readonly Scraped[]>;

/** Runs an application to its end and one past its limit, and scrapes each process meanwhile. */
beforeAll(async () => {
  const moments: Moment[] = [];
  const look = async () => {
    const found = await Promise.all(
      watched().map(async (name) => [name, await scrape(city.services.portsOf(name).health)] as const),
    );
    moments.push(new Map(found.map(([name, { samples }]) => [name, samples])));
    scraped = new Map(found.map(([name, { series }]) => [name, series]));
    return scraped;
  };
  await look();
  const resident = city.assisted(1);
  const done = await resident.submit(fourDepartments);
  await applicationWhen(resident, done, 'it is completed', ended('completed'));
  await look();
  const waiting = await resident.submit(shopWithoutLayout);
  await applicationWhen(resident, waiting, 'it waits for the resident', stands('licence', 'supplement'));
  await look();
  calm = [...moments];
  await city.moveDays(60);
  await waitFor('a deadline has passed', async () => {
    const series = [...(await look()).values()].flat();
    return series.some(({ name }) => name === 'lianban_deadline_lateness') ? true : undefined;
  });
  await resident.get('/api/applications');
  await look();
  all = moments.filter((_, at) => at < calm.length || at >= moments.length - 2);
});

test('exported metrics are those of the catalogue, with the same attributes', () => {
  const byName = new Map(metrics.map((metric) => [prometheusName(metric), metric]));
  const names = (service: string) => new Set(scraped.get(service)!.map(({ name }) => name));

  const strangers = [...scraped].flatMap(([service, series]) =>
    series.flatMap(({ name, kind, labels }) => {
      const metric = byName.get(name);
      if (!metric || metric.kind !== kind || !isToCome(metric, service)) return [`${service}: ${kind} ${name}`];
      const known = metric.attributes.map((attribute) => attribute.replaceAll('.', '_'));
      return labels.filter((label) => !known.includes(label)).map((label) => `${service}: ${name}{${label}}`);
    }),
  );
  const missing = metrics.filter((metric) => !watched().some((service) => names(service).has(prometheusName(metric))));
  const gauges = metrics.filter(({ kind }) => kind === 'gauge');
  const blind = watched().flatMap((service) =>
    gauges
      .filter((metric) => isToCome(metric, service) && !names(service).has(prometheusName(metric)))
      .map(({ name }) => `${service}: ${name}`),
  );

  expect(strangers).toEqual([]);
  expect(missing.map(({ name }) => name)).toEqual([]);
  expect(blind).toEqual([]);
});

const ifThere = promtool ? test : test.skip;
const why = promtool ? '' : ' (skipped: no promtool here, scripts/chart-tools gets it)';

ifThere(`every query of the dashboards finds something in what was scraped${why}`, () => everyQueryFinds(all));
ifThere(`no alert fires for a city in good order${why}`, () => noAlertFires(calm));

test('exported spans are those of the catalogue, with the same attributes', async () => {
  await (await fetch(`${city.url}/`)).text();
  const sorts: readonly SpanSort[] = Object.values(spanTable);
  const makes = { http: ['gateway', 'web'], stores: city.services.storing, callers: city.services.names };
  const isOf = (span: ReceivedSpan, sort: SpanSort) =>
    sort.kind === span.kind &&
    sort.shape.test(span.name.replace(city.prefix, '')) &&
    makes[sort.from].includes(span.service);
  const unseen = () => {
    const received = sink.spans();
    const sought = sorts.filter((sort) => !received.some((span) => isOf(span, sort)));
    return [...sought, ...makes.http.filter((name) => !received.some(({ service }) => service === name))];
  };
  // Spans are exported once a second.
  await waitFor(
    'a span of every sort, and of both that speak HTTP',
    () => unseen().length === 0 || undefined,
    20_000,
  ).catch(() => undefined);
  expect(unseen()).toEqual([]);

  const exported = sink.spans();
  const strangers = exported.filter(
    (span) => !sorts.some((sort) => isOf(span, sort) && sort.attributes.join() === span.attributes.join()),
  );
  expect([
    ...new Set(
      strangers.map(({ service, kind, name, attributes }) => `${service}: ${kind} ${name} (${attributes.join()})`),
    ),
  ]).toEqual([]);
});

test('each process has an instance id of its own, so that replicas can be distinguished', () => {
  const senders = new Set(sink.spans().map(({ service, instance }) => `${service} ${instance}`));
  const instances = new Set(sink.spans().map(({ instance }) => instance));
  expect(instances.size).toBe(senders.size);
  expect(instances).not.toContain('');
});

const program = join(__dirname, '..', '..', 'ops', 'dist', 'canary-cli.js');

/** Runs the canary as `helm test` does. */
async function canary(seconds: number) {
  const folder = mkdtempSync(join(tmpdir(), 'lianban-canary-'));
  const token = join(folder, 'token');
  writeFileSync(token, city.token({ role: 'resident', sub: 'resident-1' }));
  try {
    return await promisify(execFile)(process.execPath, [program, city.url, token, String(seconds)]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the canary of helm test names what every department decided, or the departments that have not', async () => {
  const { stdout } = await canary(60);
  for (const department of ['employment', 'social-assistance', 'elderly-care', 'permits'])
    expect(stdout).toMatch(new RegExp(`^${department}: [a-z-]+ (granted|refused)$`, 'm'));

  await city.services.kill('permits');
  await expect(canary(20)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('permits has not decided home-adaptation'),
  });
});

test('the fields of log lines are those of the catalogue', async () => {
  await city.services.stop();
  const lines = city.services.names.flatMap((name) =>
    readFileSync(city.services.logOf(name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => ({ name, fields: Object.keys(JSON.parse(line) as object) })),
  );
  const strangers = lines.flatMap(({ name, fields }) =>
    fields.filter((field) => !(field in logFieldTable)).map((field) => `${name}: ${field}`),
  );
  const seen = new Set(lines.flatMap(({ fields }) => fields));
  const always = Object.keys(logFieldTable).filter((field) => logFieldTable[field]?.always);

  expect([...new Set(strangers)]).toEqual([]);
  expect(always.filter((field) => !seen.has(field))).toEqual([]);
});
