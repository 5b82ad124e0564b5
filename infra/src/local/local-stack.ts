import { mkdirSync } from 'node:fs';
import { folders } from '../folders';
import { chooseSource, describeChoice } from '../stack/choose';
import { composeUp, hasCompose } from '../stack/compose';
import { usableEngine } from '../stack/engine';
import { imagesFrom } from '../stack/images';
import { readyKafka } from '../stack/kafka-ready';
import { nativeAddresses, nativeProcesses } from '../stack/native-stack';
import { requireFreePort, stackPorts } from '../stack/ports';
import { readyReplicaSet } from '../stack/replica-set';
import { readJson, writeJson, type PlannedProcess } from '../supervisor/plan';
import { runningProcesses, runningSupervisor, stackFile, volumesFile, type StackState } from './run-state';

type Say = (line: string) => void;

async function choose(env: NodeJS.ProcessEnv, say: Say): Promise<StackState> {
  const ports = stackPorts(env);
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

/** The stack of this checkout: the running one, else the first source that works. */
export async function localStack(env: NodeJS.ProcessEnv, say: Say): Promise<StackState> {
  const before = runningSupervisor() ? readJson<StackState>(stackFile) : undefined;
  const state = before ?? (await choose(env, say));
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
  const { kafka, mongo } = await nativeProcesses(state.ports, place);
  return [kafka, mongo].map((spec) => ({ ...spec, tier: 'stack', stamp: '', graceMs: 30_000 }));
}
