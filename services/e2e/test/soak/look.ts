import { readFileSync, readdirSync } from 'node:fs';
import type { City } from '../../src/city';
import type { Sample } from './flat';

const everyMs = 5_000;

function look(pid: number): Sample {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const residentKb = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
  return { residentMb: residentKb / 1024, handles: readdirSync(`/proc/${pid}/fd`).length };
}

/** Looks at every service of the city every 5 s, until `end` gives what was seen of each. */
export function watch(city: City): { end(): ReadonlyMap<string, readonly Sample[]> } {
  const seen = new Map<string, Sample[]>(city.services.names.map((name) => [name, []]));
  const timer = setInterval(() => {
    for (const [name, samples] of seen) samples.push(look(city.services.pidOf(name)));
  }, everyMs);
  return {
    end() {
      clearInterval(timer);
      return seen;
    },
  };
}
