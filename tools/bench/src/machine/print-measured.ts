import { type BenchServers, openServers } from './servers';

/** A program that measures something on the servers, prints it and ends. */
export function printMeasured(measure: (servers: BenchServers) => Promise<string>): void {
  const main = async (): Promise<void> => {
    const servers = await openServers((line) => process.stderr.write(`${line}\n`));
    try {
      process.stdout.write(await measure(servers));
    } finally {
      await servers.stop();
    }
  };
  main().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${(error as Error).stack}\n`);
      process.exit(1);
    },
  );
}
