import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessSpec } from '../process/launch';
import { type BrokerPorts, clusterId, kafkaConfig } from '../stack/kafka-config';
import { type KafkaHome, kafkaArguments } from '../stack/kafka-home';
import type { BrokerSecurity } from '../stack/kafka-ready';
import type { StackPorts } from '../stack/ports';
import { runTool } from '../stack/run-tool';
import { type CitySecrets, OPERATOR } from './city-secrets';

const scramLogin = 'org.apache.kafka.common.security.scram.ScramLoginModule required';
const java = (home: KafkaHome) => ['-XX:TieredStopAtLevel=1', '-cp', `${home.libs}/*`];
const knownFile = (folder: string) => join(folder, 'users.json');
const knownUsers = (folder: string): string[] =>
  existsSync(knownFile(folder)) ? (JSON.parse(readFileSync(knownFile(folder), 'utf8')) as string[]) : [];

/** How somebody signs in at a secure broker. */
export const signedIn = (secrets: CitySecrets, username: string): BrokerSecurity => ({
  ssl: { ca: [readFileSync(secrets.caFile, 'utf8')] },
  sasl: { mechanism: 'scram-sha-512', username, password: secrets.password(username).text },
});

/** What a broker that speaks TLS only and lets in whom it knows is made of. */
export interface SecureBroker {
  readonly ports: BrokerPorts;
  /** Certificate and key of the broker in one file, and who vouches for its clients. */
  readonly certificate: { readonly bothFile: string; readonly caFile: string };
  /** Whom access lists do not bind. */
  readonly superUser: string;
  /** How people sign in there. */
  readonly signIn: Readonly<Record<string, string>>;
  readonly users: readonly { readonly name: string; readonly password: string }[];
}

const propertiesOf = ({ ports, certificate, superUser, signIn }: SecureBroker): Record<string, string> => ({
  listeners: `SASL_SSL://127.0.0.1:${ports.kafka},CONTROLLER://127.0.0.1:${ports.controller}`,
  'advertised.listeners': `SASL_SSL://127.0.0.1:${ports.kafka}`,
  'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL',
  'inter.broker.listener.name': 'SASL_SSL',
  ...signIn,
  'ssl.keystore.type': 'PEM',
  'ssl.keystore.location': certificate.bothFile,
  'ssl.truststore.type': 'PEM',
  'ssl.truststore.location': certificate.caFile,
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  // The controller's listener asks nobody: only the broker itself connects to it.
  'super.users': `User:${superUser};User:ANONYMOUS`,
});

/**
 * Writes server.properties into `folder`, and formats its data with the broker's users when it is new.
 * @returns the file, and whether it was formatted now
 */
export async function prepareSecureBroker(
  home: KafkaHome,
  folder: string,
  broker: SecureBroker,
): Promise<{ readonly config: string; readonly isNew: boolean }> {
  const data = join(folder, 'data');
  const config = join(folder, 'server.properties');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(config, kafkaConfig(broker.ports, data), { mode: 0o600 });
  // The last of two equal properties counts.
  for (const [name, value] of Object.entries(propertiesOf(broker))) appendFileSync(config, `${name}=${value}\n`);
  const isNew = !existsSync(join(data, 'meta.properties'));
  if (isNew) {
    const scram = broker.users.flatMap(({ name, password }) => [
      '--add-scram',
      `SCRAM-SHA-512=[name=${name},password=${password}]`,
    ]);
    const format = ['kafka.tools.StorageTool', 'format', '--cluster-id', clusterId, '--config', config];
    await runTool('formatting the folder for Kafka', 'java', [...java(home), ...format, ...scram]);
  }
  return { config, isNew };
}

const loginOf = (secrets: CitySecrets): string =>
  `${scramLogin} username="${OPERATOR}" password="${secrets.password(OPERATOR).text}";`;

/** The broker of a secure city, with its data in `folder`. */
export async function secureKafka(
  home: KafkaHome,
  secrets: CitySecrets,
  { ports, folder, logFile, users }: { ports: StackPorts; folder: string; logFile: string; users: readonly string[] },
): Promise<ProcessSpec> {
  const all = [OPERATOR, ...users];
  const { config, isNew } = await prepareSecureBroker(home, folder, {
    ports,
    certificate: { bothFile: secrets.serverCertificate('kafka').bothFile, caFile: secrets.caFile },
    superUser: OPERATOR,
    signIn: {
      'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
      'sasl.mechanism.inter.broker.protocol': 'SCRAM-SHA-512',
      'listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config': loginOf(secrets),
    },
    users: all.map((name) => ({ name, password: secrets.password(name).text })),
  });
  if (isNew) writeFileSync(knownFile(folder), JSON.stringify(all));
  return { name: 'kafka', command: 'java', args: kafkaArguments(home, config), cwd: folder, logFile };
}

/** Makes the users that the running broker does not know yet, such as those of a new department. */
export async function ensureKafkaUsers(
  home: KafkaHome,
  secrets: CitySecrets,
  { port, folder, users }: { port: number; folder: string; users: readonly string[] },
): Promise<void> {
  const known = knownUsers(folder);
  const missing = users.filter((name) => !known.includes(name));
  if (missing.length === 0) return;
  const client = join(folder, 'client.properties');
  const properties = [
    'security.protocol=SASL_SSL',
    'sasl.mechanism=SCRAM-SHA-512',
    `sasl.jaas.config=${loginOf(secrets)}`,
    'ssl.truststore.type=PEM',
    `ssl.truststore.location=${secrets.caFile}`,
  ];
  writeFileSync(client, `${properties.join('\n')}\n`, { mode: 0o600 });
  const alter = ['kafka.admin.ConfigCommand', '--bootstrap-server', `127.0.0.1:${port}`, '--command-config', client];
  for (const name of missing) {
    const password = `SCRAM-SHA-512=[password=${secrets.password(name).text}]`;
    const user = ['--alter', '--entity-type', 'users', '--entity-name', name, '--add-config', password];
    await runTool(`making Kafka's user ${name}`, 'java', [...java(home), ...alter, ...user]);
  }
  writeFileSync(knownFile(folder), JSON.stringify([...known, ...missing]));
}
