import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { folders } from '../folders';
import { messageOf, Problem } from '../problem';
import { isRunning, type ProcessIdentity } from '../process/identity';
import { lastLines, launch, type ProcessSpec } from '../process/launch';
import { killProcess, signal } from '../process/stop-process';
import { watchdog } from '../process/watchdog';
import { kafkaHome } from './kafka-home';
import { nativeKafka } from './kafka-native';
import { readyKafka } from './kafka-ready';
import { nativeMongo } from './mongo-native';
import { mongodBinary } from './mongod-binary';
import { portAnswers } from './port-answers';
import { freeBase, type StackPorts } from './ports';
import { readyReplicaSet } from './replica-set';
import type { Addresses, RunningStack } from './stack';

type Say = (line: string) => void;

/** Addresses of a native stack on these ports. */
export function nativeAddresses(ports: StackPorts): Addresses {
  return {
    kafkaBrokers: `127.0.0.1:${ports.kafka}`,
    mongoUrl: `mongodb://127.0.0.1:${ports.mongo}/?replicaSet=rs0`,
  };
}

/**
 * The two servers as processes over `folder`, downloaded and prepared when this is the first time.
 * @throws Problem naming what is not installed.
 */
export async function nativeProcesses(
  ports: StackPorts,
  { data, logs, shortLived, say }: { data: string; logs: string; shortLived: boolean; say: Say },
): Promise<{ kafka: ProcessSpec; mongo: ProcessSpec }> {
  const [home, binary] = await Promise.all([kafkaHome(say), mongodBinary(say)]);
  const place = (name: string) => ({ folder: join(data, name), logFile: join(logs, `${name}.log`), shortLived });
  const [kafka, mongo] = await Promise.all([
    nativeKafka(home, { ports, ...place('kafka') }),
    nativeMongo(binary, { port: ports.mongo, ...place('mongo') }),
  ]);
  return { kafka, mongo };
}

/** A started server: its log, and whether it may still come up. */
export interface Starting {
  readonly logFile: string;
  readonly stillComing: () => boolean;
}

/** Waits until both servers take work; a failure shows the end of the log of the one that failed. */
export async function nativeReady(ports: StackPorts, kafka: Starting, mongo: Starting): Promise<void> {
  const ready = async ({ logFile, stillComing }: Starting, port: number, wait: typeof readyKafka) => {
    try {
      await portAnswers(port, stillComing, 60_000);
      await wait(`127.0.0.1:${port}`, { stillComing });
    } catch (error) {
      throw new Problem(`${messageOf(error)}\nthe end of ${logFile}:\n${lastLines(logFile)}`);
    }
  };
  await Promise.all([ready(kafka, ports.kafka, readyKafka), ready(mongo, ports.mongo, readyReplicaSet)]);
}

const starting = ({ logFile }: ProcessSpec, identity: ProcessIdentity): Starting => ({
  logFile,
  stillComing: () => isRunning(identity),
});

/** A server of a throw-away stack, to be killed and to come back over its own data. */
export interface BreakableServer {
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts it again; resolves when it takes work. */
  start(): Promise<void>;
  /** To its process, while it runs: SIGSTOP lets it hang with all its connections open. */
  signal(name: NodeJS.Signals): void;
}

export interface BreakableStack extends RunningStack {
  readonly kafka: BreakableServer;
  readonly mongo: BreakableServer;
}

/** A stack for one test run: free ports, a folder that goes with it, and no trace left however the run ends. */
export async function throwAwayStack(say: Say): Promise<BreakableStack> {
  const base = await freeBase([0, 1, 2]);
  const ports = { kafka: base, controller: base + 1, mongo: base + 2 };
  const folder = join(folders.local, `test-${process.pid}-${randomBytes(3).toString('hex')}`);
  await mkdir(folder, { recursive: true });
  const specs = await nativeProcesses(ports, { data: folder, logs: folder, shortLived: true, say });
  const running = new Map<ProcessSpec, ProcessIdentity>();
  let letGo = () => {};
  const begin = async (spec: ProcessSpec) => {
    const { child, identity } = await launch(spec);
    child.unref();
    running.set(spec, identity);
    const before = letGo;
    letGo = watchdog(
      [...running.values()].map(({ pid }) => pid),
      folder,
    );
    before();
  };
  const kill = async (spec: ProcessSpec) => {
    const identity = running.get(spec);
    running.delete(spec);
    if (identity) await killProcess(identity);
  };
  const stop = async () => {
    await Promise.all([kill(specs.kafka), kill(specs.mongo)]);
    await rm(folder, { recursive: true, force: true });
    letGo();
  };
  const ready = () => {
    const [kafka, mongo] = [running.get(specs.kafka), running.get(specs.mongo)];
    if (!kafka || !mongo) throw new Problem('a server of this stack was killed: start both before waiting for them');
    return nativeReady(ports, starting(specs.kafka, kafka), starting(specs.mongo, mongo));
  };
  const breakable = (spec: ProcessSpec): BreakableServer => ({
    kill: () => kill(spec),
    start: () => begin(spec).then(ready),
    signal: (name) => {
      const identity = running.get(spec);
      if (identity) signal(identity, name);
    },
  });
  try {
    await Promise.all([begin(specs.kafka), begin(specs.mongo)]);
    await ready();
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...nativeAddresses(ports), stop, kafka: breakable(specs.kafka), mongo: breakable(specs.mongo) };
}
