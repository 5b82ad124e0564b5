import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { readFileSync } from 'node:fs';
import { until } from '@lianban/testing';
import {
  type Authority,
  clusterId,
  freePorts,
  kafkaArguments,
  kafkaConfig,
  kafkaHome,
  killProcess,
  launch,
  mongodBinary,
  nativeMongo,
  readyKafka,
  watchdog,
} from '@lianban/infra';

export const user = 'lianban';
export const password = 'pass-word-7';

export interface SecureServer {
  /** HOST:PORT */
  readonly address: string;
  stop(): Promise<void>;
}

const silent = () => undefined;
const jaas = (module: string, options = '') => `org.apache.kafka.common.security.${module} required${options};`;

/**
 * A broker that is reached over TLS only and lets in who signs in, with PLAIN or SCRAM-SHA-512. `user` may do anything
 * there; `users`, who have the same password, what access lists say.
 */
export async function secureBroker(authority: Authority, users: readonly string[] = []): Promise<SecureServer> {
  const home = await kafkaHome(silent);
  const [kafka = 0, controller = 0] = await freePorts(2);
  const folder = join(authority.folder, 'kafka');
  mkdirSync(folder);
  const config = join(folder, 'server.properties');
  const known = [user, ...users];
  const plain = ` username="${user}" password="${password}" ${known.map((each) => `user_${each}="${password}"`).join(' ')}`;
  writeFileSync(config, kafkaConfig({ kafka, controller }, join(folder, 'data')));
  // The last of two equal settings counts.
  const settings = {
    listeners: `SASL_SSL://127.0.0.1:${kafka},CONTROLLER://127.0.0.1:${controller}`,
    'advertised.listeners': `SASL_SSL://127.0.0.1:${kafka}`,
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL',
    'inter.broker.listener.name': 'SASL_SSL',
    'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-512',
    'sasl.mechanism.inter.broker.protocol': 'PLAIN',
    'listener.name.sasl_ssl.plain.sasl.jaas.config': jaas('plain.PlainLoginModule', plain),
    'listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config': jaas('scram.ScramLoginModule'),
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': authority.issue('IP:127.0.0.1', 'broker').bothFile,
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': authority.caFile,
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    // The controller's listener, which only the broker itself comes to, asks nobody.
    'super.users': `User:${user};User:ANONYMOUS`,
  };
  for (const [name, value] of Object.entries(settings)) appendFileSync(config, `${name}=${value}\n`);
  const format = ['kafka.tools.StorageTool', 'format', '--cluster-id', clusterId, '--config', config];
  const scram = known.flatMap((name) => ['--add-scram', `SCRAM-SHA-512=[name=${name},password=${password}]`]);
  const java = ['-XX:TieredStopAtLevel=1', '-cp', `${home.libs}/*`];
  execFileSync('java', [...java, ...format, ...scram], { stdio: 'pipe' });
  const args = kafkaArguments(home, config, ['-XX:TieredStopAtLevel=1']);
  const spec = { name: 'secure kafka', command: 'java', args, cwd: folder, logFile: join(folder, 'kafka.log') };
  const { identity } = await launch(spec);
  const letGo = watchdog([identity.pid]);
  const address = `127.0.0.1:${kafka}`;
  const ca = [readFileSync(authority.caFile, 'utf8')];
  await readyKafka(address, { security: { ssl: { ca }, sasl: { mechanism: 'plain', username: user, password } } });
  return { address, stop: () => killProcess(identity).then(letGo) };
}

/** A mongod, alone in its replica set, that is reached over TLS only and lets in who signs in. */
export async function secureMongo(authority: Authority): Promise<SecureServer> {
  const binary = await mongodBinary(silent);
  const [port = 0] = await freePorts(1);
  const folder = join(authority.folder, 'mongo');
  const keyFile = join(authority.folder, 'mongo.keyfile');
  writeFileSync(keyFile, 'Y'.repeat(64));
  chmodSync(keyFile, 0o600);
  const logFile = join(authority.folder, 'mongo.log');
  const spec = await nativeMongo(binary, { port, folder, logFile, shortLived: true });
  const tls = ['--tlsMode', 'requireTLS', '--tlsCAFile', authority.caFile, '--tlsAllowConnectionsWithoutCertificates'];
  const own = ['--tlsCertificateKeyFile', authority.issue('IP:127.0.0.1', 'mongo').bothFile, '--keyFile', keyFile];
  const { identity } = await launch({ ...spec, args: [...spec.args, ...tls, ...own] });
  const letGo = watchdog([identity.pid]);
  const address = `127.0.0.1:${port}`;
  const options = { tls: true, tlsCAFile: authority.caFile, directConnection: true };
  const client = new mongoose.mongo.MongoClient(`mongodb://${address}/`, options);
  const admin = client.db('admin');
  await until('mongod takes commands', () => admin.command({ ping: 1 }).catch(() => undefined));
  await admin.command({ replSetInitiate: { _id: 'rs0', version: 1, members: [{ _id: 0, host: address }] } });
  await until('mongod takes writes', async () => (await admin.command({ hello: 1 }))['isWritablePrimary'] === true);
  await admin.command({ createUser: user, pwd: password, roles: ['root'] });
  await client.close();
  return { address, stop: () => killProcess(identity).then(letGo) };
}
