import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { logFile } from './folders';
import { openServers } from './machine/servers';
import { syncMilliseconds } from './machine/sync-time';
import { readOptions, usage } from './options';
import { Problem } from './problem';
import { rounded } from './report/numbers';
import { summarise } from './report/summary';
import { table } from './report/table';
import { run } from './run';

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
    const { visits, sizes } = await Promise.race([run(servers, options, say), interrupted]);
    const machine = { cores: cpus().length, node: process.version, syncMs, unseen: servers.unseen };
    const summary = summarise(visits, sizes, machine);
    process.stdout.write(`${options.json ? JSON.stringify(summary) : table(summary)}\n`);
  } finally {
    await servers.stop();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Problem ? error.message : (error as Error).stack}\n`);
    process.exit(1);
  },
);
