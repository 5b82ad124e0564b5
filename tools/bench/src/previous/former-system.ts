import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BenchServers } from '../machine/servers';
import type { Subject } from '../load/subject';
import { Problem } from '../problem';

export type StartSystem = (name: 'system', servers: BenchServers, prefix: string) => Promise<Subject>;

// The benchmark was a service until November 2026.
const places = ['tools/bench/dist', 'services/bench/dist'];

/** How a former release, built in `folder`, starts itself for its own benchmark. @throws Problem when it is not there */
export function formerSystem(folder: string): StartSystem {
  const file = places.map((place) => join(folder, place, 'system/start-system.js')).find(existsSync);
  if (!file) throw new Problem(`${folder} holds no built benchmark: scripts/previous-release builds one`);
  return (createRequire(file)(file) as { startSystem: StartSystem }).startSystem;
}
