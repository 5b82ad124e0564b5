import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { withOldNames } from '@lianban/settings';
import { checkout, folders } from '../folders';
import { bankProcess, bankReady } from '../bank/bank-process';
import { OUTSIDE, outsideProcess } from '../outside/outside-process';
import { issuerProcess, issuerReady } from '../issuer/issuer-process';
import { Problem } from '../problem';
import { launch, type ProcessSpec } from '../process/launch';
import type { ProcessIdentity } from '../process/identity';
import { killProcess, stopProcess } from '../process/stop-process';
import { watchdog } from '../process/watchdog';
import { freeBase, freePorts } from '../stack/ports';
import type { Addresses } from '../stack/stack';
import { ownRequestTopics } from '../topics/own-request-topics';
import { cityServices } from './city-services';
import { entryPoint } from './deployables';
import { HOST, hostProcess } from './hosting';
import { serviceNodeOptions } from './node-options';
import { allReady } from './readiness';
import { numbersOf, portEnvironment, servicePorts, type ServicePorts } from './service-ports';

export interface RunningServices {
  readonly names: readonly string[];
  /** What is killed and started: a process for each service, or the one that hosts all of them. */
  readonly processes: readonly string[];
  /** Those that store documents and say events: all but what speaks to browsers. */
  readonly storing: readonly string[];
  /** @throws Problem when there is no such service */
  portsOf(name: string): ServicePorts;
  /** Id of the process that a service runs in. */
  pidOf(name: string): number;
  logOf(name: string): string;
  /** Rejects when a service ends without having been told to. */
  readonly died: Promise<never>;
  /** kill -9; resolves when it is gone. */
  kill(name: string): Promise<void>;
  /** SIGTERM, and SIGKILL 15 s later; resolves when it is gone, with whether it went by itself. */
  quit(name: string): Promise<'stopped' | 'killed'>;
  /** Starts a service that was killed, on its old ports; resolves when it is ready. */
  start(name: string, env?: Readonly<Record<string, string>>): Promise<void>;
  /** Starts a service that was killed and resolves when it has ended by itself, as `env` makes it do. */
  startToEnd(name: string, env: Readonly<Record<string, string>>): Promise<void>;
  /**
   * Another process of a service, beside the first, on ports of its own; resolves with the name it is killed by when it
   * is ready. Peers go on asking the first.
   */
  addCopy(name: string, env?: Readonly<Record<string, string>>): Promise<string>;
  /** Resolves when it is ready. */
  isUp(name: string): Promise<void>;
  /** SIGTERM to all, SIGKILL to what still runs 15 s later. */
  stop(): Promise<void>;
}

const graceMs = 15_000;

export interface ServicesPlan {
  readonly prefix: string;
  readonly label: string;
  /** For every service. */
  readonly env?: Readonly<Record<string, string>>;
  /** All of them in one process. */
  readonly together?: boolean;
  /** A local identity provider beside them. */
  readonly issuer?: boolean;
  /** A local bank beside them; without one, nothing is paid. */
  readonly bank?: boolean;
  /** What plays the outside departments, beside them. */
  readonly outside?: boolean;
  /** For one service, beside the others' environment. */
  readonly envOf?: (name: string) => Readonly<Record<string, string>>;
  /** The checkout a process of a service is started from, asked each time: this one unless releases are mixed. */
  readonly from?: (name: string) => string;
  /** The port peers are told to call, for the one a service listens on: the same unless a wire lies between. */
  readonly through?: (name: string, port: number) => Promise<number>;
}

/**
 * Every deployable service, as it was built, on free ports, as a process of its own or all in one; resolves when all are ready. They do
 * not outlive this process. For tests and measurements: what `scripts/start` runs is looked after by its supervisor.
 * @param prefix of topics and databases
 * @param issuer also the local identity provider, for tests that sign in
 * @param label names the folder of the logs, under .local/log; those of the run before are overwritten
 */
export async function startServices(
  { kafkaBrokers, mongoUrl }: Addresses,
  plan: ServicesPlan,
): Promise<RunningServices> {
  const { prefix, label, env = {}, issuer = false, bank = false, outside = false, together = false } = plan;
  const { envOf = () => ({}) } = plan;
  const { through = async (_, port) => port, from = () => checkout } = plan;
  const services = cityServices();
  const names = services.map(({ name }) => name);
  const ports = servicePorts(services, await freeBase(numbersOf(servicePorts(services, 0))));
  const told = await Promise.all(
    ports.map(async (each) =>
      each.grpc === undefined ? each : { ...each, grpc: await through(each.name, each.grpc) },
    ),
  );
  const logs = join(folders.log, label);
  rmSync(logs, { recursive: true, force: true });
  const processes = together ? [HOST] : names;
  const processOf = (name: string) => (together ? HOST : name);
  const logOf = (name: string) => join(logs, `${processOf(name)}.log`);
  const running = new Map<string, { child: ChildProcess; identity: ProcessIdentity; letGo: () => void }>();
  const { promise: died, reject: sayDead } = Promise.withResolvers<never>();
  // Those who wait for the services get the rejection; without them it must not be an unhandled one.
  died.catch(() => undefined);

  const copies: ServicePorts[] = [];
  const portsOf = (name: string) => {
    const own = [...ports, ...copies].find((each) => each.name === name);
    if (!own) throw new Problem(`there is no service "${name}": there are ${names.join(', ')}`);
    return own;
  };
  /** Adds the old names of settings for a process of the previous release. */
  const forRelease = (name: string, spec: Record<string, string>) =>
    from(name) === checkout ? spec : (withOldNames(spec) as Record<string, string>);
  const common = {
    NODE_COMPILE_CACHE: join(folders.cache, 'node'),
    KAFKA_BROKERS: kafkaBrokers,
    MONGO_URL: mongoUrl,
    KAFKA_TOPIC_PREFIX: prefix,
    MONGO_DB_PREFIX: prefix,
    TIME_TRAVEL: 'on',
    ...ownRequestTopics,
  };
  const specOf = (name: string, more: Readonly<Record<string, string>>): ProcessSpec => {
    const own = portsOf(name);
    const [service = name] = name.split('#');
    return {
      name,
      command: process.execPath,
      args: [...serviceNodeOptions, entryPoint(service, from(name))],
      env: forRelease(name, {
        ...common,
        ...portEnvironment({ ...own, name: service }, told),
        ...env,
        ...envOf(service),
        ...more,
      }),
      cwd: from(name),
      logFile: logOf(name),
    };
  };
  const hostSpec = (more: Readonly<Record<string, string>>): ProcessSpec => {
    const ownOf = (name: string) => ({ ...portEnvironment(portsOf(name), told), ...env, ...envOf(name) });
    return { ...hostProcess(names, { ...common, ...more }, ownOf), logFile: logOf(HOST) };
  };
  const requireProcess = (name: string) => {
    if (together && name !== HOST) throw new Problem(`${name} is no process of its own here: ${HOST} runs all of them`);
  };
  const begin = (name: string, more = {}, isToEnd = false) => {
    requireProcess(name);
    return run(name === HOST ? hostSpec(more) : specOf(name, more), isToEnd);
  };
  const run = async (spec: ProcessSpec, isToEnd = false) => {
    const { name } = spec;
    const { child, identity } = await launch(spec);
    child.unref();
    running.set(name, { child, identity, letGo: watchdog([identity.pid]) });
    child.once('exit', () => {
      if (!isToEnd && running.get(name)?.child === child)
        sayDead(new Problem(`${name} ended by itself: see ${logOf(name)}`));
    });
    return child;
  };
  const end = async <T>(name: string, by: (identity: ProcessIdentity) => Promise<T>): Promise<T | undefined> => {
    const found = running.get(name);
    if (!found) return undefined;
    running.delete(name);
    const how = await by(found.identity);
    found.letGo();
    return how;
  };
  const isUp = (name: string) => Promise.race([allReady(name === HOST ? ports : [portsOf(name)], logOf), died]);
  const softly = (identity: ProcessIdentity) => stopProcess(identity, graceMs);
  const stop = async () => void (await Promise.all([...running.keys()].map((name) => end(name, softly))));
  try {
    await Promise.all(processes.map((name) => begin(name)));
    const provider = issuer ? issuerProcess(ports, logOf('issuer')) : undefined;
    if (provider) await run(provider);
    const played = outside ? outsideProcess(common, join(logs, `${OUTSIDE}.log`)) : undefined;
    if (played) await run(played);
    const counter = bank ? bankProcess(ports, logOf('bank')) : undefined;
    if (counter) await run(counter);
    await Promise.race([
      Promise.all([
        allReady(ports, logOf),
        issuer && issuerReady(ports, logOf('issuer')),
        bank && bankReady(ports, logOf('bank')),
      ]),
      died,
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    names,
    processes,
    storing: names.filter((name) => portsOf(name).grpc !== undefined),
    portsOf,
    pidOf: (name) => running.get(processOf(name))?.identity.pid ?? 0,
    logOf,
    died,
    async kill(name) {
      requireProcess(name);
      await end(name, killProcess);
    },
    async quit(name) {
      requireProcess(name);
      return (await end(name, softly)) ?? 'stopped';
    },
    async start(name, more) {
      await begin(name, more);
      await isUp(name);
    },
    async startToEnd(name, more) {
      const child = await begin(name, more, true);
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await end(name, killProcess);
    },
    async addCopy(service, more) {
      const name = `${service}#${copies.length + 2}`;
      const [port = 0, health = 0] = await freePorts(2);
      const answers = portsOf(service).http === undefined ? { grpc: port } : { http: port };
      copies.push({ ...portsOf(service), name, health, ...answers });
      await begin(name, more);
      await isUp(name);
      return name;
    },
    isUp,
    stop,
  };
}
