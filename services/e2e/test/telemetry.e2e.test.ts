import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Metric, catalogue, prometheusName } from '@lianban/platform';
import { type City, startCity } from '../src/city';
import { applicationWhen, ended, stands, waitFor } from '../src/wait-for';
import { fourDepartments } from './harness/four-departments';
import { type Scraped, scrape } from './harness/scrape';
import { testServers } from './harness/servers';
import { shopWithoutLayout } from './harness/shop';

let city: City;
beforeAll(async () => {
  const env = { OTEL_METRICS_EXPORTER: 'prometheus' };
  city = await startCity({ name: 'telemetry', servers: testServers(), residents: 1, env });
});
afterAll(() => city?.stop());

const metrics: readonly Metric[] = Object.values(catalogue);
const watched = () => ['gateway', ...city.services.storing];
const isToCome = ({ from }: Metric, service: string): boolean =>
  from === 'all' || from === service || (from === 'stores' && city.services.storing.includes(service));

/** Something of everything: an application to its end, one whose limit runs out, and what each process tells then. */
async function lived(): Promise<Map<string, readonly Scraped[]>> {
  const resident = city.resident(1);
  const done = await resident.submit(fourDepartments);
  await applicationWhen(resident, done, 'it is completed', ended('completed'));
  const waiting = await resident.submit(shopWithoutLayout);
  await applicationWhen(resident, waiting, 'it waits for the resident', stands('licence', 'supplement'));
  await city.moveDays(60);
  return waitFor('a deadline has passed', async () => {
    const told = await Promise.all(
      watched().map(async (name) => [name, await scrape(city.services.portsOf(name).health)] as const),
    );
    const late = told.some(([, series]) => series.some(({ name }) => name === 'lianban_deadline_lateness'));
    return late ? new Map(told) : undefined;
  });
}

test('what is exported is catalogued, what is catalogued is exported, both with the same attributes', async () => {
  const told = await lived();
  const byName = new Map(metrics.map((metric) => [prometheusName(metric), metric]));
  const names = (service: string) => new Set(told.get(service)!.map(({ name }) => name));

  const strangers = [...told].flatMap(([service, series]) =>
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

const program = join(__dirname, '..', '..', 'ops', 'dist', 'walk-cli.js');

/** As `helm test` runs it. */
async function walk(seconds: number) {
  const folder = mkdtempSync(join(tmpdir(), 'lianban-walk-'));
  const token = join(folder, 'token');
  writeFileSync(token, city.token({ role: 'resident', sub: 'resident-1' }));
  try {
    return await promisify(execFile)(process.execPath, [program, city.url, token, String(seconds)]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the walk of helm test says what every department decided, or who has not', async () => {
  const { stdout } = await walk(60);
  for (const department of ['employment', 'social-assistance', 'elderly-care', 'permits'])
    expect(stdout).toMatch(new RegExp(`^${department}: [a-z-]+ (granted|refused)$`, 'm'));

  await city.services.kill('permits');
  await expect(walk(20)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('permits has not decided home-adaptation'),
  });
});
