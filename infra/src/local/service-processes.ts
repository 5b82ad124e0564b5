import { join } from 'node:path';
import { checkout, folders } from '../folders';
import { buildStamp, deployables, entryPoint } from '../services/deployables';
import { issuerProcess, issuerStamp } from '../issuer/issuer-process';
import { portEnvironment, servicePorts, type ServicePorts } from '../services/service-ports';
import { portFrom, requireFreePort } from '../stack/ports';
import { type PlannedProcess, readJson, writeJson } from '../supervisor/plan';
import { serviceNodeOptions } from '../services/node-options';
import { runningProcesses, runningSupervisor, servicesFile, type ServicesState, type StackState } from './run-state';

export const logOf = (name: string) => join(folders.log, `${name}.log`);

/** Every service there is to start, with its ports. */
export function localServices(env: NodeJS.ProcessEnv): ServicePorts[] {
  return servicePorts(deployables(), basePort(env));
}

/** Keeps the port for the commands that come after: they are given without the setting as often as with it. */
export function keepBasePort(env: NodeJS.ProcessEnv): void {
  writeJson(servicesFile, { basePort: basePort(env) } satisfies ServicesState);
}

const basePort = (env: NodeJS.ProcessEnv): number =>
  portFrom(env, 'LIANBAN_BASE_PORT', (runningSupervisor() && readJson<ServicesState>(servicesFile)?.basePort) ?? 7400);

/** What everybody who works on this stack is told about it, services and tools alike. */
export function stackEnvironment(state: StackState, env: NodeJS.ProcessEnv): Record<string, string> {
  return {
    KAFKA_BROKERS: state.kafkaBrokers,
    MONGO_URL: state.mongoUrl,
    KAFKA_TOPIC_PREFIX: env['KAFKA_TOPIC_PREFIX'] ?? '',
    // A demonstration skips twenty working days in a second; nothing but the local stack may.
    CLOCK: 'movable',
    // Seven services compile the same libraries at the same moment: what one did, the next start need not do again.
    NODE_COMPILE_CACHE: join(folders.cache, 'node'),
  };
}

/**
 * The services as processes for the supervisor.
 * @throws Problem when one is not built, or when another program uses a port of one that does not run yet.
 */
export async function serviceProcesses(
  services: readonly ServicePorts[],
  state: StackState,
  env: NodeJS.ProcessEnv,
): Promise<PlannedProcess[]> {
  const running = runningProcesses();
  for (const { name, health, grpc, http } of services) {
    if (running.has(name)) continue;
    for (const port of [health, grpc, http])
      if (port !== undefined) await requireFreePort(port, name, 'LIANBAN_BASE_PORT');
  }
  return [
    ...(await localIssuer(services, running.has('issuer'))),
    ...services.map((ports) => planned(ports, services, state, env)),
  ];
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
  env: { ...stackEnvironment(state, env), ...portEnvironment(ports, services) },
  cwd: checkout,
  logFile: logOf(ports.name),
  tier: 'service',
  stamp: buildStamp(ports.name),
  graceMs: 15_000,
});

/** Whom the people of this stack sign in at. */
async function localIssuer(services: readonly ServicePorts[], runs: boolean): Promise<PlannedProcess[]> {
  const issuer = issuerProcess(services, logOf('issuer'));
  if (!issuer) return [];
  if (!runs) await requireFreePort(Number(issuer.env['ISSUER_PORT']), 'the identity provider', 'LIANBAN_BASE_PORT');
  return [{ ...issuer, tier: 'service', stamp: issuerStamp(), graceMs: 5_000 }];
}
