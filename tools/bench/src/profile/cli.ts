import { mkdirSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { checkout } from '../folders';
import { applicantsOf } from '../load/applicants';
import { closedLoop } from '../load/closed-loop';
import { forgetDatabases, forgetTopics } from '../machine/forget';
import { cpuSeconds } from '../machine/processes';
import { printMeasured } from '../machine/print-measured';
import type { BenchServers } from '../machine/servers';
import { startSystem } from '../system/start-system';
import { monotonicMicroseconds, profilesIn, sharesWithin } from './cpu-profile';
import { type Column, layerTable } from './table';

const folder = join(checkout, '.local', 'profile');
const inFlight = 384;
const warm = { inFlight: 32, warmMs: 8_000, measureMs: 0 };

/** Loads the whole system while every service writes a CPU profile, and prints each service's time by layer. */
async function profile(servers: BenchServers, seconds: number): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const prefix = `profile${randomBytes(3).toString('hex')}-`;
  const system = await startSystem('system', servers, prefix, {
    NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}`,
  });
  const watched = [...system.processes, ...servers.watched];
  const edges: { at: number; cpu: Record<string, number> }[] = [];
  let completed = 0;
  try {
    const applicants = await applicantsOf(system, servers);
    await closedLoop(applicants.apply, warm);
    const edge = () => void edges.push({ at: monotonicMicroseconds(), cpu: cpuSeconds(watched) });
    const load = { inFlight, warmMs: 4_000, measureMs: seconds * 1000 };
    ({ completed } = await closedLoop(applicants.apply, load, edge));
    await applicants.close();
  } finally {
    await system.stop();
    await forgetDatabases(servers, prefix);
    await forgetTopics(servers, prefix);
  }
  const [from, to] = edges as [(typeof edges)[0], (typeof edges)[0]];
  const profiles = profilesIn(folder);
  const columns = watched.map(({ name }): Column => {
    const written = profiles.get(name);
    const used = (to.cpu[name] ?? 0) - (from.cpu[name] ?? 0);
    return {
      process: name,
      milliseconds: (1000 * used) / completed,
      shares: written ? sharesWithin(written, { from: from.at, to: to.at }) : null,
    };
  });
  return `${layerTable(columns)}\n\n${(completed / seconds).toFixed(0)} applications/s while profiled; profiles in .local/profile\n`;
}

printMeasured((servers) => profile(servers, 10));
