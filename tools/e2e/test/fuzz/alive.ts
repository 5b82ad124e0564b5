import { readFileSync } from 'node:fs';
import type { TestCity } from '../../src/city';

/**
 * Records the state of a city's processes; called again, it reports crashes and logged errors since.
 * @param expected error log lines that such input is expected to cause
 */
export function processesOf({ services }: TestCity, expected: readonly string[] = []): () => Promise<string[]> {
  const before = new Map(services.processes.map((name) => [name, services.pidOf(name)]));
  return async () => {
    const faults: string[] = [];
    for (const name of services.processes) {
      if (services.pidOf(name) !== before.get(name) || !runs(services.pidOf(name)))
        faults.push(`${name} ended by itself`);
      else await services.isUp(name).catch((error: unknown) => faults.push(`${name} is not ready: ${String(error)}`));
      faults.push(...bugsIn(services.logOf(name), expected).map((line) => `${name} says: ${line}`));
    }
    return faults;
  };
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** New log lines at error level, which malformed input must not cause. */
function bugsIn(logFile: string, expected: readonly string[]): string[] {
  const lines = readFileSync(logFile, 'utf8').split('\n').filter((line) => /"level":"(fatal|error)"/.test(line)); // prettier-ignore
  const all = lines.map((line) => JSON.parse(line) as { msg: string; route?: string; rpc?: string; err?: { message?: string; stack?: string } }); // prettier-ignore
  // A line with an `err` reports a handler that failed on the input.
  const unexpected = all.filter(({ msg, err }) => err || !expected.includes(msg));
  return [...new Set(unexpected.map(({ msg, route, rpc, err }) => [msg, route ?? rpc, err?.stack?.split('\n').slice(0, 4).join(' ') ?? err?.message].join(' · ')))]; // prettier-ignore
}
