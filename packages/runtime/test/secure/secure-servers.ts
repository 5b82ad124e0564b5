import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '@lianban/testing';
import {
  type Authority,
  beginSecureMongo,
  freePorts,
  kafkaArguments,
  kafkaHome,
  killProcess,
  launch,
  mongodBinary,
  prepareSecureBroker,
  readyKafka,
  secureMongod,
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
  const known = [user, ...users];
  const plain = ` username="${user}" password="${password}" ${known.map((each) => `user_${each}="${password}"`).join(' ')}`;
  const { config } = await prepareSecureBroker(home, folder, {
    ports: { kafka, controller },
    certificate: { bothFile: authority.issue('IP:127.0.0.1', 'broker').bothFile, caFile: authority.caFile },
    superUser: user,
    signIn: {
      'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-512',
      'sasl.mechanism.inter.broker.protocol': 'PLAIN',
      'listener.name.sasl_ssl.plain.sasl.jaas.config': jaas('plain.PlainLoginModule', plain),
      'listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config': jaas('scram.ScramLoginModule'),
    },
    users: known.map((name) => ({ name, password })),
  });
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
  const { caFile } = authority;
  const keyFile = join(authority.folder, 'mongo.keyfile');
  writeFileSync(keyFile, 'Y'.repeat(64), { mode: 0o600 });
  const { bothFile } = authority.issue('IP:127.0.0.1', 'mongo');
  const place = { port, folder: join(authority.folder, 'mongo'), logFile: join(authority.folder, 'mongo.log') };
  const spec = await secureMongod(binary, { caFile, bothFile, keyFile }, { ...place, shortLived: true });
  const { identity } = await launch(spec);
  const letGo = watchdog([identity.pid]);
  const first = { caFile, user, password };
  await until('mongod lets its first user in', () =>
    beginSecureMongo(port, first).then(
      () => true,
      () => undefined,
    ),
  );
  return { address: `127.0.0.1:${port}`, stop: () => killProcess(identity).then(letGo) };
}
