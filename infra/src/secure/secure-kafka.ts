import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessSpec } from '../process/launch';
import { clusterId, kafkaConfig } from '../stack/kafka-config';
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

/** What makes server.properties those of a broker that speaks TLS only, knows who signs in, and allows what access lists say. */
function secureProperties(secrets: CitySecrets, port: number): Record<string, string> {
  const own = `username="${OPERATOR}" password="${secrets.password(OPERATOR).text}"`;
  return {
    listeners: `SASL_SSL://127.0.0.1:${port},CONTROLLER://127.0.0.1:${port + 1}`,
    'advertised.listeners': `SASL_SSL://127.0.0.1:${port}`,
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL',
    'inter.broker.listener.name': 'SASL_SSL',
    'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
    'sasl.mechanism.inter.broker.protocol': 'SCRAM-SHA-512',
    'listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config': `${scramLogin} ${own};`,
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': secrets.serverCertificate('kafka').bothFile,
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': secrets.caFile,
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    // The controller's listener asks nobody: only the broker itself connects to it.
    'super.users': `User:${OPERATOR};User:ANONYMOUS`,
  };
}

/** A broker with its data in `folder`, which is formatted with these users when it is new. */
export async function secureKafka(
  home: KafkaHome,
  secrets: CitySecrets,
  { ports, folder, logFile, users }: { ports: StackPorts; folder: string; logFile: string; users: readonly string[] },
): Promise<ProcessSpec> {
  const data = join(folder, 'data');
  const config = join(folder, 'server.properties');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(config, kafkaConfig(ports, data), { mode: 0o600 });
  // The last of two equal properties counts.
  for (const [name, value] of Object.entries(secureProperties(secrets, ports.kafka)))
    appendFileSync(config, `${name}=${value}\n`);
  if (!existsSync(join(data, 'meta.properties'))) {
    const all = [OPERATOR, ...users];
    const scram = all.flatMap((name) => ['--add-scram', scramOf(secrets, name)]);
    const format = ['kafka.tools.StorageTool', 'format', '--cluster-id', clusterId, '--config', config];
    await runTool('formatting the folder for Kafka', 'java', [...java(home), ...format, ...scram]);
    writeFileSync(knownFile(folder), JSON.stringify(all));
  }
  return { name: 'kafka', command: 'java', args: kafkaArguments(home, config), cwd: folder, logFile };
}

const scramOf = (secrets: CitySecrets, name: string) =>
  `SCRAM-SHA-512=[name=${name},password=${secrets.password(name).text}]`;

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
  const login = `${scramLogin} username="${OPERATOR}" password="${secrets.password(OPERATOR).text}";`;
  const properties = [
    'security.protocol=SASL_SSL',
    'sasl.mechanism=SCRAM-SHA-512',
    `sasl.jaas.config=${login}`,
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
