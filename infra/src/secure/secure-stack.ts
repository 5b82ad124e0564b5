import { join } from 'node:path';
import { outsideDepartments } from '@lianban/manifest';
import type { ProcessSpec } from '../process/launch';
import { kafkaHome } from '../stack/kafka-home';
import { type BrokerSecurity, readyKafka } from '../stack/kafka-ready';
import { mongodBinary } from '../stack/mongod-binary';
import { type Starting, serverReady } from '../stack/native-stack';
import type { StackPorts } from '../stack/ports';
import { cityTopics } from '../topics/city-topics';
import { type AccessReport, ensureAccess } from '../topics/ensure-access';
import { type TopicsReport, ensureTopics } from '../topics/ensure-topics';
import { type CitySecrets, OPERATOR } from './city-secrets';
import { ensureKafkaUsers, secureKafka, signedIn } from './secure-kafka';
import { ensureMongoUsers, readySecureMongo, secureMongo } from './secure-mongo';

type Say = (line: string) => void;

/** Kafka and MongoDB that speak TLS only, know who signs in, and allow each service what its manifest declares. */
export interface SecurePlace {
  readonly secrets: CitySecrets;
  readonly ports: StackPorts;
  /** The folder of the servers' data. */
  readonly data: string;
  /** The services that have topics and a database. */
  readonly services: readonly string[];
}

/** Who signs in at Kafka: the services with topics, and the outside departments. */
const speakersOf = ({ services }: SecurePlace): readonly string[] => [
  ...services,
  ...outsideDepartments().map(({ department }) => department),
];

const folderOf = ({ data }: SecurePlace, server: string) => join(data, server);

/** The two servers as processes; downloaded and prepared the first time. @throws Problem naming what is not installed */
export async function secureProcesses(
  place: SecurePlace,
  { logs, shortLived, say }: { logs: string; shortLived: boolean; say: Say },
): Promise<{ kafka: ProcessSpec; mongo: ProcessSpec }> {
  const { secrets, ports } = place;
  const [home, binary] = await Promise.all([kafkaHome(say), mongodBinary(say)]);
  const logOf = (server: string) => join(logs, `${server}.log`);
  const [kafka, mongo] = await Promise.all([
    secureKafka(home, secrets, {
      ports,
      folder: folderOf(place, 'kafka'),
      logFile: logOf('kafka'),
      users: speakersOf(place),
    }),
    secureMongo(binary, secrets.mongoFiles(), {
      port: ports.mongo,
      folder: folderOf(place, 'mongo'),
      logFile: logOf('mongo'),
      shortLived,
    }),
  ]);
  return { kafka, mongo };
}

/** How the operator signs in at the broker. */
export const operatorSecurity = ({ secrets }: SecurePlace): BrokerSecurity => signedIn(secrets, OPERATOR);

/** Waits until the broker lets the operator in. */
export const brokerReady = (place: SecurePlace, stillComing: () => boolean): Promise<void> =>
  readyKafka(`127.0.0.1:${place.ports.kafka}`, { stillComing, security: operatorSecurity(place) });

/** Waits until the database lets the operator in; a new one is prepared first. */
export const databaseReady = ({ secrets, ports }: SecurePlace, stillComing: () => boolean): Promise<void> =>
  readySecureMongo(secrets, ports.mongo, stillComing);

/** Waits until both let the operator in. @throws Problem with the end of the log of the one that failed */
export async function secureReady(place: SecurePlace, kafka: Starting, mongo: Starting): Promise<void> {
  await Promise.all([
    serverReady(kafka, place.ports.kafka, (stillComing) => brokerReady(place, stillComing)),
    serverReady(mongo, place.ports.mongo, (stillComing) => databaseReady(place, stillComing)),
  ]);
}

/** Makes the topics and the services' users, and allows each what its manifest declares. Safe to run at any time. */
export async function admit(
  place: SecurePlace,
  { prefix = '', replicas = 1 }: { prefix?: string; replicas?: number } = {},
): Promise<{ topics: TopicsReport; access: AccessReport }> {
  const { secrets, ports, services: users } = place;
  const security = operatorSecurity(place);
  const brokers = `127.0.0.1:${ports.kafka}`;
  const [topics] = await Promise.all([
    ensureTopics(brokers, { prefix, replicas, security }),
    ensureMongoUsers(secrets, { port: ports.mongo, users, prefix }),
    ensureKafkaUsers(await kafkaHome(() => undefined), secrets, {
      port: ports.kafka,
      folder: folderOf(place, 'kafka'),
      users: speakersOf(place),
    }),
  ]);
  const access = await ensureAccess(brokers, { pattern: '{service}', prefix, list: cityTopics(), security });
  return { topics, access };
}
