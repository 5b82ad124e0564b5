import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { Breakable, InjectedFault } from './fault';

const outageMs = 10_000;

async function asked<T>(url: string, ask: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await new MongoClient(url, { serverSelectionTimeoutMS: 30_000 }).connect();
  try {
    return await ask(client);
  } finally {
    await client.close();
  }
}

/** The member that is primary now, and one that is not. */
async function roles({ stack: { members, mongoUrl } }: Breakable) {
  const { primary } = await asked(mongoUrl, (client) => client.db('admin').command({ hello: 1 }));
  const isPrimary = ({ port }: { port: number }) => String(primary).endsWith(`:${port}`);
  return { primary: members.find(isPrimary)!, secondary: members.find((member) => !isPrimary(member))! };
}

export const mongoFaults: readonly InjectedFault[] = [
  {
    id: 'F5',
    name: 'kill -9 of the only mongod',
    at: 'one',
    inject: async ({ stack }) => {
      await stack.members[0]!.kill();
      await stack.members[0]!.start();
    },
  },
  {
    id: 'F5',
    name: 'the only mongod hangs for 10 s',
    at: 'one',
    inject: async ({ stack }) => {
      stack.members[0]!.signal('SIGSTOP');
      await pause(outageMs);
      stack.members[0]!.signal('SIGCONT');
    },
  },
  {
    id: 'F5',
    name: 'the primary of three steps down',
    at: 'three',
    inject: ({ stack: { mongoUrl } }) =>
      asked(mongoUrl, async (client) => {
        await client.db('admin').command({ replSetStepDown: 20, secondaryCatchUpPeriodSecs: 10 });
      }),
  },
  {
    id: 'F5',
    name: 'kill -9 of the primary of three',
    at: 'three',
    inject: async (on) => {
      const { primary } = await roles(on);
      await primary.kill();
      await pause(outageMs);
      await primary.start();
    },
  },
  {
    id: 'F5',
    name: 'the primary of three hangs for 30 s',
    at: 'three',
    inject: async (on) => {
      const { primary } = await roles(on);
      primary.signal('SIGSTOP');
      await pause(3 * outageMs);
      primary.signal('SIGCONT');
    },
  },
  {
    id: 'F5',
    name: 'both secondaries of three hang for 10 s: no majority',
    at: 'three',
    inject: async (on) => {
      const { primary } = await roles(on);
      const secondaries = on.stack.members.filter((member) => member !== primary);
      for (const member of secondaries) member.signal('SIGSTOP');
      await pause(outageMs);
      for (const member of secondaries) member.signal('SIGCONT');
    },
  },
  {
    id: 'F5',
    name: 'a secondary of three hangs for 10 s',
    at: 'three',
    inject: async (on) => {
      const { secondary } = await roles(on);
      secondary.signal('SIGSTOP');
      await pause(outageMs);
      secondary.signal('SIGCONT');
    },
  },
];
