import { existsSync } from 'node:fs';
import { environment, readSettings } from '@lianban/settings';
import type { RunnerResult } from 'lighthouse/types/externs';
import { z } from 'zod';
import { firstBytes } from './lighthouse/first-byte';
import { type Person, signedIn } from './lighthouse/person';

const { GATEWAY_URL: site } = readSettings(z.object({ GATEWAY_URL: z.url() }), environment);

const least = { performance: 0.95, accessibility: 1, 'best-practices': 1 } as const;
type Category = keyof typeof least;
const categories = Object.keys(least) as Category[];
/** Limits for the time to first byte, in milliseconds, with the stack idle. */
const mostMs = 50;
const times = 50;

interface PageMeasurement {
  readonly page: string;
  readonly scores: Readonly<Record<Category, number>>;
  readonly p50: number;
  readonly p95: number;
  readonly kilobytes: number;
  readonly wrong: readonly string[];
}

/** Lighthouse's results, emulating a telephone on a slow network (its default), and the time to the first byte of the gateway. */
async function measure(page: string, path: string, { cookie, port }: Person): Promise<PageMeasurement> {
  const url = site + path;
  const bytes = await firstBytes(url, cookie, times);
  const at = (share: number) => bytes[Math.ceil(share * bytes.length) - 1] ?? NaN;
  const lhr = await report(url, port);
  if (new URL(lhr.finalDisplayedUrl).pathname !== path) throw new Error(`${url} led to ${lhr.finalDisplayedUrl}`);
  const scoreOf = (name: Category) => lhr.categories[name]?.score ?? 0;
  const wrong = categories.flatMap((name) =>
    scoreOf(name) >= least[name]
      ? []
      : (lhr.categories[name]?.auditRefs ?? []).flatMap(({ id, weight }) => {
          const audit = lhr.audits[id];
          const isLow = audit && weight > 0 && audit.score !== null && audit.score < 0.9;
          return isLow ? [`${page}: ${id} ${audit.displayValue ?? audit.title}`] : [];
        }),
  );
  return {
    page,
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
    },
    p50: at(0.5),
    p95: at(0.95),
    kilobytes: (lhr.audits['total-byte-weight']?.numericValue ?? NaN) / 1024,
    wrong,
  };
}

/** Runs Lighthouse, and once more if it could not record a trace, as on a busy machine. */
async function report(url: string, port: number, isAgain = false): Promise<RunnerResult['lhr']> {
  // Lighthouse is published as an ES module only.
  const { default: lighthouse } = await import('lighthouse');
  const flags = { port, onlyCategories: categories, disableStorageReset: true, logLevel: 'error' } as const;
  const { lhr } = (await lighthouse(url, flags)) ?? {};
  if (lhr && !lhr.runtimeError) return lhr;
  if (!isAgain) return report(url, port, true);
  throw new Error(`${url}: ${lhr?.runtimeError?.message ?? 'Lighthouse found nothing'}`);
}

const isEnough = ({ scores, p50 }: PageMeasurement): boolean =>
  categories.every((name) => scores[name] >= least[name]) && p50 <= mostMs;

const row = (cells: readonly (string | number)[]): string =>
  `| ${cells.map((cell) => (typeof cell === 'number' ? String(Math.round(cell * 100) / 100) : cell)).join(' | ')} |\n`;

async function main(): Promise<void> {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  if (!executablePath) throw new Error('no Chromium here: apt-get install chromium');
  const person = await signedIn(site, executablePath);
  const pages = {
    home: '/',
    guide: '/things/open-small-shop',
    form: '/apply/open-small-shop/savingsCents',
    timeline: `/applications/${person.number}`,
  };
  try {
    const all: PageMeasurement[] = [];
    const head = ['page', ...categories, 'first byte p50, ms', 'p95, ms', 'KB, all of it'];
    process.stdout.write(row(head) + row(head.map(() => '---')));
    for (const [page, path] of Object.entries(pages)) {
      const found = await measure(page, path, person);
      all.push(found);
      const { scores, p50, p95, kilobytes } = found;
      process.stdout.write(row([page, ...categories.map((name) => scores[name]), p50, p95, kilobytes]));
    }
    for (const { wrong } of all) for (const line of wrong) process.stdout.write(`${line}\n`);
    if (!all.every(isEnough)) process.exitCode = 1;
  } finally {
    await person.leave();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`scripts/lighthouse: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
