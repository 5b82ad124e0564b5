import { join } from 'node:path';
import { checkout, folders } from '../folders';
import { cityServices } from '../services/city-services';
import { entryPoint } from '../services/deployables';
import { carrierProcesses, carrierSettings, carrierStamp } from '../carriers/carrier-processes';
import { bankLedgerFile, bankProcess, bankStamp } from '../bank/bank-process';
import { issuerProcess, issuerStamp } from '../issuer/issuer-process';
import { OUTSIDE, outsideProcess, outsideStamp } from '../outside/outside-process';
import { portEnvironment, servicePorts, type ServicePorts } from '../services/service-ports';
import { HOST, hostProcess } from '../services/hosting';
import { hostStamp, serviceStamp } from '../services/stamp';
import { portFrom, requireFreePort } from '../stack/ports';
import { ownRequestTopics } from '../topics/own-request-topics';
import { type PlannedProcess, readJson, writeJson } from '../supervisor/plan';
import { serviceNodeOptions } from '../services/node-options';
import { ownSettings, secureFolder } from './secure-local';
import { runningProcesses, runningSupervisor, servicesFile, type ServicesState, type StackState } from './run-state';

export const logOf = (name: string) => join(folders.log, `${name}.log`);

/** Every service there is to start, with its ports. */
export function localServices(env: NodeJS.ProcessEnv): ServicePorts[] {
  return servicePorts(cityServices(), basePort(env));
}

/** Stores the port for later commands, which people often run without the setting. */
export function keepBasePort(env: NodeJS.ProcessEnv): void {
  writeJson(servicesFile, { basePort: basePort(env) } satisfies ServicesState);
}

const basePort = (env: NodeJS.ProcessEnv): number =>
  portFrom(env, 'LIANBAN_BASE_PORT', (runningSupervisor() && readJson<ServicesState>(servicesFile)?.basePort) ?? 7400);

/** The environment that services and tools of this stack share. */
export function stackEnvironment(state: StackState, env: NodeJS.ProcessEnv): Record<string, string> {
  return {
    KAFKA_BROKERS: state.kafkaBrokers,
    // In a secure city each process gets the address with its own password.
    ...(state.secure ? { REQUIRE_TLS: 'true' } : { MONGO_URL: state.mongoUrl }),
    KAFKA_TOPIC_PREFIX: env['KAFKA_TOPIC_PREFIX'] ?? '',
    ...ownRequestTopics,
    // The demonstration moves the time by twenty working days; only the local stack may do so.
    TIME_TRAVEL: 'on',
    // Node's compile cache: the services use the same libraries, which are then compiled once.
    NODE_COMPILE_CACHE: join(folders.cache, 'node'),
  };
}

/**
 * Checks the ports before anything is downloaded or started.
 * @throws Problem when another program uses the port of a service that does not run yet.
 */
export async function requireServicePorts(services: readonly ServicePorts[]): Promise<void> {
  const running = runningProcesses();
  const ofOurs = (name: string) => running.has(name) || running.has(HOST);
  for (const { name, health, grpc, http } of services.filter((each) => !ofOurs(each.name)))
    for (const port of [health, grpc, http])
      if (port !== undefined) await requireFreePort(port, name, 'LIANBAN_BASE_PORT');
  const issuer = issuerProcess(services, logOf('issuer'));
  if (issuer && !running.has('issuer'))
    await requireFreePort(Number(issuer.env['ISSUER_PORT']), 'the identity provider', 'LIANBAN_BASE_PORT');
  for (const { name, ports } of carrierProcesses(services, logOf).filter((each) => !running.has(each.name)))
    for (const port of ports) await requireFreePort(port, `the local ${name}`, 'LIANBAN_BASE_PORT');
  const bank = bankProcess(services, logOf('bank'));
  if (bank && !running.has('bank'))
    await requireFreePort(Number(bank.env['BANK_PORT']), 'the bank', 'LIANBAN_BASE_PORT');
}

/**
 * The services as processes for the supervisor.
 * @param together in one process, or one each
 * @throws Problem when one is not built.
 */
export function serviceProcesses(
  services: readonly ServicePorts[],
  state: StackState,
  env: NodeJS.ProcessEnv,
  together: boolean,
): PlannedProcess[] {
  const processes = together
    ? [plannedHost(services, state, env)]
    : services.map((ports) => planned(ports, services, state, env));
  return [
    ...localIssuer(services),
    ...localCarriers(services),
    ...localBank(services),
    ...playedOutside(state, env),
    ...processes,
  ];
}

function plannedHost(services: readonly ServicePorts[], state: StackState, env: NodeJS.ProcessEnv): PlannedProcess {
  const names = services.map(({ name }) => name);
  const portsOf = new Map(services.map((ports) => [ports.name, settingsOf(ports, services, state)]));
  return {
    ...hostProcess(names, stackEnvironment(state, env), (name) => portsOf.get(name)!),
    logFile: logOf(HOST),
    tier: 'service',
    stamp: hostStamp(names),
    graceMs: 15_000,
  };
}

const planned = (
  ports: ServicePorts,
  services: readonly ServicePorts[],
  state: StackState,
  env: NodeJS.ProcessEnv,
): PlannedProcess => ({
  name: ports.name,
  command: process.execPath,
  args: [...serviceNodeOptions, entryPoint(ports.name)],
  env: { ...stackEnvironment(state, env), ...settingsOf(ports, services, state) },
  cwd: checkout,
  logFile: logOf(ports.name),
  tier: 'service',
  stamp: serviceStamp(ports.name),
  graceMs: 15_000,
});

const settingsOf = (ports: ServicePorts, services: readonly ServicePorts[], state: StackState) => ({
  ...portEnvironment(ports, services),
  ...carrierSettings(ports, services),
  ...ownSettings(state, ports),
});

/** What takes mail and SMS in this stack. */
const localCarriers = (services: readonly ServicePorts[]): PlannedProcess[] =>
  carrierProcesses(services, logOf).map((carrier) => ({
    ...carrier,
    tier: 'service',
    stamp: carrierStamp(),
    graceMs: 5_000,
  }));
/** The bank of this stack, whose book outlives it. */
function localBank(services: readonly ServicePorts[]): PlannedProcess[] {
  const bank = bankProcess(services, logOf('bank'), bankLedgerFile);
  return bank ? [{ ...bank, tier: 'service', stamp: bankStamp(), graceMs: 5_000 }] : [];
}

/** The identity provider of this stack. */
function localIssuer(services: readonly ServicePorts[]): PlannedProcess[] {
  const issuer = issuerProcess(services, logOf('issuer'));
  return issuer ? [{ ...issuer, tier: 'service', stamp: issuerStamp(), graceMs: 5_000 }] : [];
}

/** What plays the outside departments of this stack. */
function playedOutside(state: StackState, env: NodeJS.ProcessEnv): PlannedProcess[] {
  const { KAFKA_BROKERS = '', KAFKA_TOPIC_PREFIX = '' } = stackEnvironment(state, env);
  const secure = state.secure ? { CITY_SECRETS: secureFolder } : {};
  const played = outsideProcess({ KAFKA_BROKERS, KAFKA_TOPIC_PREFIX, ...secure }, logOf(OUTSIDE));
  return played ? [{ ...played, tier: 'service', stamp: outsideStamp(), graceMs: 5_000 }] : [];
}
