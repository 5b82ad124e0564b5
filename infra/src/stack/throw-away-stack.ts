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

/** The number of servers, and the proxies in front of them. */
export interface StackPlan {
  /** Brokers, each its own controller. */
  readonly brokers?: number;
  /** Members of MongoDB's replica set. */
  readonly members?: number;
  /** The advertised port for the port of a broker: the same, unless a proxy stands in front of it. */
  readonly through?: (port: number) => Promise<number>;
  /** The folder of their data; a new one under .local by default. */
  readonly folder?: string;
}

export interface BreakableStack extends RunningStack {
  /** The brokers' addresses without proxies, for the test itself. */
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

/** A stack for one test run on free ports, in a folder that is removed however the run ends. */
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
    // A broker of several is ready only when it has found the others, so readiness is checked after all are started.
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
