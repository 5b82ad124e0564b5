import { mkdirSync } from 'node:fs';
import { type Db, MongoClient, MongoServerError } from 'mongodb';
import { pollUntil } from '../poll';
import { messageOf, Problem } from '../problem';
import type { ProcessSpec } from '../process/launch';
import { nativeMongo } from '../stack/mongo-native';
import { replicaSetName } from '../stack/replica-set';
import { type CitySecrets, OPERATOR } from './city-secrets';

/** A mongod that speaks TLS only and knows who signs in. */
export async function secureMongo(
  binary: string,
  { caFile, bothFile, keyFile }: { caFile: string; bothFile: string; keyFile: string },
  place: { port: number; folder: string; logFile: string; shortLived: boolean },
): Promise<ProcessSpec> {
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  const spec = await nativeMongo(binary, place);
  const tls = ['--tlsMode', 'requireTLS', '--tlsCAFile', caFile, '--tlsAllowConnectionsWithoutCertificates'];
  return { ...spec, args: [...spec.args, ...tls, '--tlsCertificateKeyFile', bothFile, '--keyFile', keyFile] };
}

// MongoDB's codes.
const [alreadyInitialized, userExists] = [23, 51003];
const orIf = (code: number, instead: () => unknown) => (error: unknown) => {
  if (error instanceof MongoServerError && error.code === code) return instead();
  throw error;
};

/** Makes the replica set and its first user, for which a new server asks nobody who connects from the same machine. */
export async function beginSecureMongo(
  port: number,
  { caFile, user, password }: { caFile: string; user: string; password: string },
): Promise<void> {
  const options = { tls: true, tlsCAFile: caFile, directConnection: true, serverSelectionTimeoutMS: 2_000 };
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/`, options);
  const admin = client.db('admin');
  const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
  try {
    await admin
      .command({ replSetInitiate: { _id: replicaSetName, version: 1, members } })
      .catch(orIf(alreadyInitialized, () => undefined));
    const isPrimary = async () => (await admin.command({ hello: 1 }))['isWritablePrimary'] === true || undefined;
    if (!(await pollUntil(isPrimary, { withinMs: 30_000 }))) throw new Problem('mongod has not become primary');
    await admin.command({ createUser: user, pwd: password, roles: ['root'] });
  } finally {
    await client.close();
  }
}

/** What a service may do: read and write its own database, and read the time of a local city. */
const rolesOf = (prefix: string, service: string) => [
  { role: 'readWrite', db: `${prefix}${service}` },
  { role: 'read', db: `${prefix}lianban-clock` },
];

/** Waits until the mongod lets the operator in; a new one is prepared first. @throws Problem with the last error */
export async function readySecureMongo(secrets: CitySecrets, port: number, stillComing: () => boolean): Promise<void> {
  let reason = 'it does not answer';
  const attempt = async () => {
    if (!stillComing()) throw new Problem('mongod ended while starting');
    try {
      await asOperator(secrets, port, (admin) => admin.command({ ping: 1 }));
      return true;
    } catch (error) {
      reason = messageOf(error);
      const first = { caFile: secrets.caFile, user: OPERATOR, password: secrets.password(OPERATOR).text };
      await beginSecureMongo(port, first).catch((again: unknown) => void (reason = `${reason}; ${messageOf(again)}`));
      return undefined;
    }
  };
  if (!(await pollUntil(attempt, { withinMs: 60_000 })))
    throw new Problem(`MongoDB at 127.0.0.1:${port} is not ready: ${reason}`);
}

/** Makes the users that are missing, and sets what each may do. */
export async function ensureMongoUsers(
  secrets: CitySecrets,
  { port, users, prefix }: { port: number; users: readonly string[]; prefix: string },
): Promise<void> {
  await asOperator(secrets, port, async (admin) => {
    for (const name of users) {
      const user = { pwd: secrets.password(name).text, roles: rolesOf(prefix, name) };
      const update = () => admin.command({ updateUser: name, ...user });
      await admin.command({ createUser: name, ...user }).catch(orIf(userExists, update));
    }
  });
}

export async function asOperator(
  secrets: CitySecrets,
  port: number,
  act: (admin: Db) => Promise<unknown>,
): Promise<void> {
  const client = new MongoClient(secrets.mongoUrl(OPERATOR, port).text, { serverSelectionTimeoutMS: 2_000 });
  try {
    await act(client.db('admin'));
  } finally {
    await client.close();
  }
}
