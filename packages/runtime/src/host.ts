import { createRequire } from 'node:module';
import { environment, environmentOf } from '@lianban/settings';
import { createLog } from '@lianban/telemetry';
import { readConfig } from './config';
import type { Program } from './program';
import { type Hosted, runPrograms, orExit } from './run-programs';
import { serveHealth } from './serve-health';

/** Under this name the process itself has settings: HOST__HEALTH_PORT. */
const HOST = 'host';

/** Runs several programs in this process, each with its own settings, ports, log name, metrics and database. */
const runTogether = (programs: readonly Program[]): Promise<void> =>
  runPrograms(
    programs,
    (name) => environmentOf(name, environment),
    (all) => orExit(HOST, () => serveHostHealth(all)),
  );

/** Answers the probes for all of them: for who can ask about the process only, as a kubelet. */
async function serveHostHealth(all: readonly Hosted[]): Promise<void> {
  const config = readConfig(environmentOf(HOST, environment));
  const log = createLog(HOST, config.log.level);
  const notReady = () => all.filter(({ started }) => !started?.isReady()).map(({ name }) => `${name} is not ready`);
  const probes = {
    startup: () => true,
    ready: () => notReady().length === 0,
    live: () => all.every(({ started }) => started?.isLive() ?? true),
    degraded: notReady,
  };
  const { port } = await serveHealth(probes, config.health.bind, config.health.port);
  log.info({ health: port, hosted: all.map(({ name }) => name) }, 'hosting');
}

const load = createRequire(__filename);

function programIn(file: string): Program {
  const { program } = load(file) as { program?: Program };
  if (!program) throw new Error(`${file} exports no program: it is not the main.js of a service`);
  return program;
}

// node host.js MAIN.js …: the main.js of each service, as a full path or within its package.
if (require.main === module) void runTogether(process.argv.slice(2).map(programIn));
