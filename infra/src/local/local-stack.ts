import { mkdirSync } from 'node:fs';
import { folders } from '../folders';
import { chooseSource, describeChoice } from '../stack/choose';
import { composeUp, hasCompose } from '../stack/compose';
import { usableEngine } from '../stack/engine';
import { imagesFrom } from '../stack/images';
import { readyKafka } from '../stack/kafka-ready';
import { nativeAddresses, nativeProcesses, nativeReady } from '../stack/native-stack';
import { requireFreePort, stackPorts } from '../stack/ports';
import { readyReplicaSet } from '../stack/replica-set';
import { Problem } from '../problem';
import { secureProcesses, secureReady } from '../secure/secure-stack';
import { localPlace } from './secure-local';
import { logOf } from './service-processes';
import { stillComing } from './supervisor-control';
import { readJson, writeJson, type PlannedProcess } from '../supervisor/plan';
import { runningProcesses, runningSupervisor, stackFile, volumesFile, type StackState } from './run-state';

type Say = (line: string) => void;

async function choose(env: NodeJS.ProcessEnv, secure: boolean, say: Say): Promise<StackState> {
  const ports = stackPorts(env);
  if (secure) {
    if (env['KAFKA_BROKERS'] || env['MONGO_URL'])
      throw new Problem('--secure starts servers of its own: unset KAFKA_BROKERS and MONGO_URL');
    const why = '--secure sets up servers of its own';
    return { source: 'native', why, ports, ...nativeAddresses(ports), secure: true };
  }
  const choice = await chooseSource({
    kafkaBrokers: env['KAFKA_BROKERS'],
    mongoUrl: env['MONGO_URL'],
    engine: () => usableEngine(env, say, () => (hasCompose() ? undefined : '`docker compose` is not installed')),
  });
  const { source, why } = choice;
  switch (choice.source) {
    case 'environment':
      return { source, why, ports, ...choice.addresses };
    case 'engine':
      return { source, why, ports, ...nativeAddresses(ports), engineAt: choice.at };
    case 'native':
      return { source, why, ports, ...nativeAddresses(ports) };
  }
}

/**
 * The stack of this checkout: the running one, else the first source that works.
 * @throws Problem when a secure one is asked for and a plain one runs
 */
export async function localStack(env: NodeJS.ProcessEnv, secure: boolean, say: Say): Promise<StackState> {
  const before = runningSupervisor() ? readJson<StackState>(stackFile) : undefined;
  if (secure && before && !before.secure)
    throw new Problem('a city without TLS runs here: scripts/stop first, then scripts/start --secure');
  const state = before ?? (await choose(env, secure, say));
  say(describeChoice(state));
  writeJson(stackFile, state);
  return state;
}

async function startContainers({ engineAt = '', ports }: StackState, env: NodeJS.ProcessEnv): Promise<void> {
  writeJson(volumesFile, { engineAt });
  await composeUp(engineAt, ports, imagesFrom(env));
  const member = `127.0.0.1:${ports.mongo}`;
  await Promise.all([readyKafka(`127.0.0.1:${ports.kafka}`), readyReplicaSet(member)]);
}

/**
 * Starts containers, if the stack uses them, and returns the native processes for the supervisor.
 * @throws Problem naming what is not installed, or the port that another program uses.
 */
export async function stackProcesses(state: StackState, env: NodeJS.ProcessEnv, say: Say): Promise<PlannedProcess[]> {
  if (state.source === 'engine') await startContainers(state, env);
  if (state.source !== 'native') return [];
  const running = runningProcesses();
  if (!running.has('kafka')) {
    await requireFreePort(state.ports.kafka, 'Kafka', 'LIANBAN_KAFKA_PORT');
    await requireFreePort(state.ports.controller, "Kafka's controller", 'LIANBAN_KAFKA_PORT');
  }
  if (!running.has('mongo')) await requireFreePort(state.ports.mongo, 'MongoDB', 'LIANBAN_MONGO_PORT');
  mkdirSync(folders.data, { recursive: true });
  const place = { data: folders.data, logs: folders.log, shortLived: false, say };
  const { kafka, mongo } = state.secure
    ? await secureProcesses(localPlace(state.ports), place)
    : await nativeProcesses(state.ports, place);
  return [kafka, mongo].map((spec) => ({ ...spec, tier: 'stack', stamp: '', graceMs: 30_000 }));
}

/** Waits until the native servers answer. @throws Problem with the end of the log of the one that failed */
export async function stackReady({ source, secure, ports }: StackState): Promise<void> {
  if (source !== 'native') return;
  const coming = (name: string) => ({ logFile: logOf(name), stillComing: () => stillComing(name) });
  await (secure
    ? secureReady(localPlace(ports), coming('kafka'), coming('mongo'))
    : nativeReady(ports, coming('kafka'), coming('mongo')));
}
