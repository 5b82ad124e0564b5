import { readFileSync, readdirSync } from 'node:fs';
import { clientsOf, residentBytes } from '@lianban/infra';
import type { TestCity } from '../../src/city';
import type { ProcessSample } from './flat';

const everyMs = 5_000;
const collectionMs = 1_000;

function look(pid: number, http: number | undefined): ProcessSample {
  const of = (what: string) => `/proc/${pid}/${what}`;
  const residentMb = residentBytes(readFileSync(of('status'), 'utf8')) / 1_048_576;
  // The test's clients keep as many connections as they had requests in progress within the last minute.
  const clients = http === undefined ? 0 : clientsOf(readFileSync(of('net/tcp'), 'utf8'), http);
  return { residentMb, handles: readdirSync(of('fd')).length - clients };
}

/** Makes every service of the city collect garbage every 5 s and samples it then; `end` returns the samples of each. */
export function watch(city: TestCity): { end(): ReadonlyMap<string, readonly ProcessSample[]> } {
  const seen = new Map<string, ProcessSample[]>(city.services.names.map((name) => [name, []]));
  const lookAtAll = () => {
    for (const [name, samples] of seen) samples.push(look(city.services.pidOf(name), city.services.portsOf(name).http));
  };
  let looking: NodeJS.Timeout | undefined;
  const timer = setInterval(() => {
    for (const name of seen.keys()) process.kill(city.services.pidOf(name), 'SIGWINCH');
    looking = setTimeout(lookAtAll, collectionMs);
  }, everyMs);
  return {
    end() {
      clearInterval(timer);
      clearTimeout(looking);
      return seen;
    },
  };
}
