import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { logFile } from './folders';
import { type BenchServers, openServers } from './machine/servers';
import { syncMilliseconds } from './machine/sync-time';
import { type Options, readOptions, usage } from './options';
import { Problem } from './problem';
import { rounded } from './report/numbers';
import { type Growth, growthTable, measureGrowth } from './growth/growth';
import { measurePrevious } from './previous/previous';
import { comparisonTable } from './previous/table';
import { keep, keepPage, kept } from './report/folder';
import { measureSecure } from './secure/secure';
import { page } from './report/page/page';
import { type Summary, summarise } from './report/summary';
import { table } from './report/table';
import { run } from './run';
import { type TelemetryCost, measureTelemetry, telemetryTable } from './telemetry/telemetry';

const began = performance.now();
const say = (line: string) => {
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  process.stderr.write(`${seconds.padStart(4)} s  ${line}\n`);
};

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return void process.stdout.write(usage);
  if (!existsSync('/proc/self/stat')) throw new Problem('CPU time is read from /proc: run the benchmark on Linux');
  const syncMs = rounded(syncMilliseconds(logFile('sync')));
  const servers = await openServers(say);
  try {
    const interrupted = new Promise<never>((_, reject) => {
      for (const signal of ['SIGINT', 'SIGTERM'])
        process.once(signal, () => reject(new Problem(`stopped by ${signal}`)));
    });
    const { result, shown } = await Promise.race([measure(servers, options, syncMs), interrupted]);
    process.stdout.write(`${options.json ? JSON.stringify(result) : shown}\n`);
    say(`all of it as JSON: ${keep(options.part, result)}`);
    const parts = { growth: kept<Growth>('growth'), telemetry: kept<TelemetryCost>('telemetry') };
    say(`as a page: ${keepPage(page({ bench: kept<Summary>('bench'), ...parts }))}`);
  } finally {
    await servers.stop();
  }
}

/** The result as JSON and as a table. */
async function measure(servers: BenchServers, options: Options, syncMs: number) {
  switch (options.part) {
    case 'growth': {
      const result = await measureGrowth(servers, options, say);
      return { result, shown: growthTable(result) };
    }
    case 'telemetry': {
      const result = await measureTelemetry(servers, options, say);
      return { result, shown: telemetryTable(result) };
    }
    case 'previous': {
      const result = await measurePrevious(servers, options, say);
      return { result, shown: comparisonTable(result) };
    }
    case 'secure': {
      const result = await measureSecure(servers, options, say);
      return { result, shown: comparisonTable(result, ['plain', 'secure']) };
    }
    case 'bench': {
      const { visits, sizes } = await run(servers, options, say);
      const machine = { cores: cpus().length, node: process.version, syncMs, unseen: servers.unseen };
      const result = summarise(visits, sizes, machine);
      return { result, shown: table(result) };
    }
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Problem ? error.message : (error as Error).stack}\n`);
    process.exit(1);
  },
);
