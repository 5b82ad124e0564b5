import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, folders } from '../folders';
import { issuerProcess, issuerReady } from '../issuer/issuer-process';
import { Problem } from '../problem';
import { launch, type ProcessSpec } from '../process/launch';
import type { ProcessIdentity } from '../process/identity';
import { killProcess, stopProcess } from '../process/stop-process';
import { watchdog } from '../process/watchdog';
import { freeBase } from '../stack/ports';
import type { Addresses } from '../stack/stack';
import { deployables, entryPoint } from './deployables';
import { serviceNodeOptions } from './node-options';
import { allReady } from './readiness';
import { numbersOf, portEnvironment, servicePorts, type ServicePorts } from './service-ports';

export interface RunningServices {
  readonly names: readonly string[];
  /** Those that store documents and say events: all but what speaks to browsers. */
  readonly storing: readonly string[];
  /** @throws Problem when there is no such service */
  portsOf(name: string): ServicePorts;
  /** Process id of a service that runs. */
  pidOf(name: string): number;
  logOf(name: string): string;
  /** Rejects when a service ends without having been told to. */
  readonly died: Promise<never>;
  /** kill -9; resolves when it is gone. */
  kill(name: string): Promise<void>;
  /** Starts a service that was killed, on its old ports; resolves when it is ready. */
  start(name: string): Promise<void>;
  /** SIGTERM to all, SIGKILL to what still runs 15 s later. */
  stop(): Promise<void>;
}

const graceMs = 15_000;

/**
 * Every deployable service, as it was built, as a process of its own on free ports; resolves when all are ready. They do
 * not outlive this process. For tests and measurements: what `scripts/start` runs is looked after by its supervisor.
 * @param prefix of topics and databases
 * @param issuer also the local identity provider, for tests that sign in
 * @param label names the folder of the logs, under .local/log; those of the run before are overwritten
 */
export async function startServices(
  { kafkaBrokers, mongoUrl }: Addresses,
  {
    prefix,
    label,
    env = {},
    issuer = false,
  }: { prefix: string; label: string; env?: Readonly<Record<string, string>>; issuer?: boolean },
): Promise<RunningServices> {
  const names = deployables();
  const offsets = numbersOf(servicePorts(names, 0));
  const ports = servicePorts(names, await freeBase(offsets));
  const logs = join(folders.log, label);
  rmSync(logs, { recursive: true, force: true });
  const logOf = (name: string) => join(logs, `${name}.log`);
  const running = new Map<string, { child: ChildProcess; identity: ProcessIdentity; letGo: () => void }>();
  const { promise: died, reject: sayDead } = Promise.withResolvers<never>();
  // Whoever waits for something of the services hears of it; nobody waiting is no crash.
  died.catch(() => undefined);

  const portsOf = (name: string) => {
    const own = ports.find((each) => each.name === name);
    if (!own) throw new Problem(`there is no service "${name}": there are ${names.join(', ')}`);
    return own;
  };
  const specOf = (name: string): ProcessSpec => {
    const own = portsOf(name);
    return {
      name,
      command: process.execPath,
      args: [...serviceNodeOptions, entryPoint(name)],
      env: {
        NODE_COMPILE_CACHE: join(folders.cache, 'node'),
        KAFKA_BROKERS: kafkaBrokers,
        MONGO_URL: mongoUrl,
        KAFKA_TOPIC_PREFIX: prefix,
        MONGO_DB_PREFIX: prefix,
        CLOCK: 'movable',
        ...portEnvironment(own, ports),
        ...env,
      },
      cwd: checkout,
      logFile: logOf(name),
    };
  };
  const begin = (name: string) => run(specOf(name));
  const run = async (spec: ProcessSpec) => {
    const { name } = spec;
    const { child, identity } = await launch(spec);
    child.unref();
    running.set(name, { child, identity, letGo: watchdog([identity.pid]) });
    child.once('exit', () => {
      if (running.get(name)?.child === child) sayDead(new Problem(`${name} ended by itself: see ${logOf(name)}`));
    });
  };
  const end = async (name: string, by: (identity: ProcessIdentity) => Promise<unknown>) => {
    const found = running.get(name);
    if (!found) return;
    running.delete(name);
    await by(found.identity);
    found.letGo();
  };
  const softly = (identity: ProcessIdentity) => stopProcess(identity, graceMs);
  const stop = async () => void (await Promise.all([...running.keys()].map((name) => end(name, softly))));
  try {
    await Promise.all(names.map(begin));
    const provider = issuer ? issuerProcess(ports, logOf('issuer')) : undefined;
    if (provider) await run(provider);
    await Promise.race([Promise.all([allReady(ports, logOf), issuer && issuerReady(ports, logOf('issuer'))]), died]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    names,
    storing: names.filter((name) => portsOf(name).grpc !== undefined),
    portsOf,
    pidOf: (name) => running.get(name)?.identity.pid ?? 0,
    logOf,
    died,
    kill: (name) => end(name, killProcess),
    async start(name) {
      await begin(name);
      await Promise.race([allReady([portsOf(name)], logOf), died]);
    },
    stop,
  };
}
