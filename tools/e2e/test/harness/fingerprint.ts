import { createHash } from 'node:crypto';
import { MongoClient } from 'mongodb';
import type { TestCity } from '../../src/city';
import { testServers } from './servers';

const securityLog = ['securityEvents', 'securityPages'];
const told = ['tellings', 'notices', 'recipients'];

/** A hash a line of every collection of every service: equal before and after means that nothing was stored, else the line says where. */
export async function fingerprint({ prefix }: TestCity, passedOver: readonly string[] = []): Promise<string> {
  const client = await new MongoClient(testServers().mongoUrl).connect();
  const lines: string[] = [];
  try {
    const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
    for (const { name } of databases.filter((each) => each.name.startsWith(prefix)).sort(byName))
      for (const collection of (await client.db(name).listCollections().toArray()).sort(byName)) {
        // Left out, because they change without a command: outbox batches, reserved numbers, blocks of earlier reads, which
        // process uses which catalogue and holidays, and read models, the security log and what people are told, which follow a moment later.
        const passing = [
          'outbox',
          'takenOver',
          'counters',
          'pages',
          'projections',
          'catalogueUses',
          'holidayUses',
          ...told,
          ...securityLog,
          ...passedOver,
        ];
        if (passing.includes(collection.name)) continue;
        if (collection.name.startsWith('projection.')) continue;
        const hash = createHash('sha256');
        for await (const document of client.db(name).collection(collection.name).find().sort({ _id: 1 }))
          hash.update(`${JSON.stringify(document)}\n`);
        lines.push(`${name} ${collection.name} ${hash.digest('hex')}`);
      }
  } finally {
    await client.close();
  }
  return lines.join('\n');
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
