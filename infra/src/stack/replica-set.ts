import { MongoClient, MongoServerError } from 'mongodb';
import { pollUntil } from '../poll';
import { messageOf, Problem } from '../problem';

export const replicaSetName = 'rs0';
const notYetInitialized = 94;
const invalidReplicaSetConfig = 93;

interface ReplicaSetConfig {
  readonly _id: string;
  readonly version: number;
  readonly members: readonly { readonly _id: number; readonly host: string }[];
}

/** Configures a replica set of `hosts`; a single member also when its data was used on another port before. */
async function configure(client: MongoClient, hosts: readonly string[]): Promise<void> {
  const admin = client.db('admin');
  const members = hosts.map((host, _id) => ({ _id, host }));
  try {
    const { config } = (await admin.command({ replSetGetConfig: 1 })) as unknown as { config: ReplicaSetConfig };
    if (hosts.length > 1 || (config.members.length === 1 && config.members[0]?.host === hosts[0])) return;
    await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
  } catch (error) {
    if (!(error instanceof MongoServerError)) throw error;
    if (error.code === notYetInitialized)
      await admin.command({ replSetInitiate: { _id: replicaSetName, version: 1, members } });
    else if (error.code !== invalidReplicaSetConfig) throw error;
  }
}

/**
 * Waits for a mongod on `host` (HOST:PORT), makes it the only member of its replica set and waits until it accepts
 * writes.
 * @param member its name in the replica set; the same as `host` unless it runs in a container
 * @throws Problem with the last error when it does not.
 */
export async function readyReplicaSet(
  host: string,
  {
    member = host,
    stillComing = () => true,
    withinMs = 60_000,
  }: { member?: string; stillComing?: () => boolean; withinMs?: number } = {},
): Promise<void> {
  let reason = 'it does not answer';
  const attempt = async () => {
    if (!stillComing()) throw new Problem('mongod ended while starting');
    const client = new MongoClient(`mongodb://${host}/?directConnection=true`, { serverSelectionTimeoutMS: 500 });
    try {
      await configure(client, [member]);
      const hello = await client.db('admin').command({ hello: 1 });
      if (hello['isWritablePrimary'] === true) return true;
      reason = 'it has not become primary';
    } catch (error) {
      reason = messageOf(error);
    } finally {
      await client.close();
    }
    return undefined;
  };
  if (!(await pollUntil(attempt, { withinMs }))) throw new Problem(`MongoDB at ${host} is not ready: ${reason}`);
}

/**
 * Makes one replica set of the mongods on `hosts` and waits until it has a primary and every other member follows it.
 * @throws Problem with the last error when it does not.
 */
export async function readyMembers(hosts: readonly string[], withinMs = 120_000): Promise<void> {
  let reason = 'it does not answer';
  const attempt = async () => {
    const client = new MongoClient(`mongodb://${hosts[0]}/?directConnection=true`, { serverSelectionTimeoutMS: 500 });
    try {
      await configure(client, hosts);
      const { members } = (await client.db('admin').command({ replSetGetStatus: 1 })) as unknown as {
        members: readonly { readonly stateStr: string }[];
      };
      const states = members.map(({ stateStr }) => stateStr);
      if (states.includes('PRIMARY') && states.every((state) => ['PRIMARY', 'SECONDARY'].includes(state))) return true;
      reason = states.join(', ');
    } catch (error) {
      reason = messageOf(error);
    } finally {
      await client.close();
    }
    return undefined;
  };
  if (!(await pollUntil(attempt, { withinMs }))) throw new Problem(`MongoDB at ${hosts.join(', ')}: ${reason}`);
}
