import { readFileSync, readdirSync } from 'node:fs';
import type { City } from '../../src/city';
import type { Sample } from './flat';

const everyMs = 5_000;
const collectionMs = 1_000;

function look(pid: number): Sample {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const residentKb = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
  return { residentMb: residentKb / 1024, handles: readdirSync(`/proc/${pid}/fd`).length };
}

/** Has every service of the city collect its garbage every 5 s and looks at it then, until `end` gives what was seen of each. */
export function watch(city: City): { end(): ReadonlyMap<string, readonly Sample[]> } {
  const seen = new Map<string, Sample[]>(city.services.names.map((name) => [name, []]));
  const lookAtAll = () => {
    for (const [name, samples] of seen) samples.push(look(city.services.pidOf(name)));
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
