import { join } from 'node:path';
import { messageOf, Problem } from '../problem';
import { lastLines, type ProcessSpec } from '../process/launch';
import { kafkaHome } from './kafka-home';
import { nativeKafka } from './kafka-native';
import { readyKafka } from './kafka-ready';
import { nativeMongo } from './mongo-native';
import { mongodBinary } from './mongod-binary';
import { portAnswers } from './port-answers';
import type { StackPorts } from './ports';
import { readyReplicaSet } from './replica-set';
import type { Addresses } from './stack';

type Say = (line: string) => void;

/** Addresses of a native stack on these ports. */
export function nativeAddresses(ports: StackPorts): Addresses {
  return {
    kafkaBrokers: `127.0.0.1:${ports.kafka}`,
    mongoUrl: `mongodb://127.0.0.1:${ports.mongo}/?replicaSet=rs0`,
  };
}

/**
 * The two servers as processes with their data in `folder`; downloaded and prepared the first time.
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

/** A started server: its log, and whether it may still become ready. */
export interface Starting {
  readonly logFile: string;
  readonly stillComing: () => boolean;
}

/** Waits until a server listens and `wait` is content with it. @throws Problem with the end of its log */
export async function serverReady(
  { logFile, stillComing }: Starting,
  port: number,
  wait: (stillComing: () => boolean) => Promise<void>,
): Promise<void> {
  try {
    await portAnswers(port, stillComing, 60_000);
    await wait(stillComing);
  } catch (error) {
    throw new Problem(`${messageOf(error)}\nthe end of ${logFile}:\n${lastLines(logFile)}`);
  }
}

/** Waits until both servers are ready. @throws Problem with the end of the log of the one that failed */
export async function nativeReady(ports: StackPorts, kafka: Starting, mongo: Starting): Promise<void> {
  const at = (port: number) => `127.0.0.1:${port}`;
  await Promise.all([
    serverReady(kafka, ports.kafka, (stillComing) => readyKafka(at(ports.kafka), { stillComing })),
    serverReady(mongo, ports.mongo, (stillComing) => readyReplicaSet(at(ports.mongo), { stillComing })),
  ]);
}
