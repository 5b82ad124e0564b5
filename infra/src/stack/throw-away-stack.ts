import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { folders } from '../folders';
import type { ProcessSpec } from '../process/launch';
import { type BreakableServer, ServerProcesses } from './breakable-servers';
import type { BrokerPlace } from './kafka-config';
import { kafkaHome } from './kafka-home';
import { nativeKafka } from './kafka-native';
import { readyKafka } from './kafka-ready';
import { nativeMongo } from './mongo-native';
import { mongodBinary } from './mongod-binary';
import { freeBase } from './ports';
import { readyMembers, readyReplicaSet } from './replica-set';
import type { RunningStack } from './stack';

/** How many servers, and what lies between them and their clients. */
export interface StackPlan {
  /** Brokers, each its own controller. */
  readonly brokers?: number;
  /** Members of MongoDB's replica set. */
  readonly members?: number;
  /** The port clients are told to come to, for the port a broker listens on: the same unless a wire lies between. */
  readonly through?: (port: number) => Promise<number>;
  /** Where their data lies; a folder of its own under .local when not said. */
  readonly folder?: string;
}

export interface BreakableStack extends RunningStack {
  /** The brokers' addresses past any wire, for whoever looks on. */
  readonly directBrokers: string;
  readonly brokers: readonly BreakableServer[];
  readonly members: readonly BreakableServer[];
}

const address = (port: number) => `127.0.0.1:${port}`;

async function brokerPlaces(base: number, count: number, through: NonNullable<StackPlan['through']>) {
  const ports = Array.from({ length: count }, (_, i) => base + 3 * i);
  const controllers = ports.map((port) => port + 1);
  const place = async (kafka: number, i: number): Promise<BrokerPlace> => {
    const [controller, direct] = [kafka + 1, kafka + 2];
    return { id: i + 1, kafka, controller, controllers, direct, advertised: await through(kafka) };
  };
  return Promise.all(ports.map(place));
}

/** A stack for one test run: free ports, a folder that goes with it, and no trace left however the run ends. */
export async function throwAwayStack(
  say: (line: string) => void,
  { brokers = 1, members = 1, through = async (port) => port, folder: given }: StackPlan = {},
): Promise<BreakableStack> {
  const folder = given ?? join(folders.local, `test-${process.pid}-${randomBytes(3).toString('hex')}`);
  await mkdir(folder, { recursive: true });
  const [home, binary] = await Promise.all([kafkaHome(say), mongodBinary(say)]);
  const base = await freeBase(Array.from({ length: 3 * brokers + members }, (_, i) => i));
  const places = await brokerPlaces(base, brokers, through);
  const hosts = Array.from({ length: members }, (_, i) => address(base + 3 * brokers + i));
  const servers = new ServerProcesses(folder);
  const where = (name: string) => ({
    folder: join(folder, name),
    logFile: join(folder, `${name}.log`),
    shortLived: true,
  });

  const asBroker = async (ports: BrokerPlace) => {
    const spec: ProcessSpec = await nativeKafka(home, { ports, ...where(`kafka-${ports.id}`) });
    return servers.add(spec, ports.direct, (stillComing) => readyKafka(address(ports.direct), { stillComing }));
  };
  const asMember = async (host: string, i: number) => {
    const port = Number(host.split(':')[1]);
    const bounds = members > 1 ? { cacheGb: 0.25 } : {};
    const spec = await nativeMongo(binary, { port, ...where(`mongo-${i + 1}`), ...bounds });
    // One of several takes work when it has found the others, which its start alone cannot wait for.
    const ready = (stillComing: () => boolean) =>
      members > 1 ? Promise.resolve() : readyReplicaSet(host, { stillComing });
    return servers.add(spec, port, ready);
  };
  const kafkas = await Promise.all(places.map(asBroker));
  const mongos = await Promise.all(hosts.map(asMember));
  const directBrokers = places.map(({ direct }) => address(direct)).join(',');
  try {
    await Promise.all([...kafkas, ...mongos].map((server) => server.start()));
    if (brokers > 1) await readyKafka(directBrokers, { count: brokers });
    if (members > 1) await readyMembers(hosts);
  } catch (error) {
    await servers.stop();
    throw error;
  }
  return {
    kafkaBrokers: places.map(({ advertised }) => address(advertised)).join(','),
    directBrokers,
    mongoUrl: `mongodb://${hosts.join(',')}/?replicaSet=rs0`,
    brokers: kafkas,
    members: mongos,
    stop: () => servers.stop(),
  };
}
