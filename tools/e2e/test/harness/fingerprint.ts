import { createHash } from 'node:crypto';
import { MongoClient } from 'mongodb';
import type { TestCity } from '../../src/city';
import { testServers } from './servers';

const securityLog = ['securityEvents', 'securityPages'];

/** A hash of everything stored by every service: equal before and after means that nothing was stored. */
export async function fingerprint({ prefix }: TestCity, passedOver: readonly string[] = []): Promise<string> {
  const client = await new MongoClient(testServers().mongoUrl).connect();
  const hash = createHash('sha256');
  try {
    const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
    for (const { name } of databases.filter((each) => each.name.startsWith(prefix)).sort(byName))
      for (const collection of (await client.db(name).listCollections().toArray()).sort(byName)) {
        // Left out, because they change without a command: outbox batches, reserved numbers, blocks of earlier reads, which
        // process uses which catalogue, and read models and the security log, which follow a moment later.
        const passing = [
          'outbox',
          'takenOver',
          'counters',
          'pages',
          'projections',
          'catalogueUses',
          ...securityLog,
          ...passedOver,
        ];
        if (passing.includes(collection.name)) continue;
        if (collection.name.startsWith('projection.')) continue;
        hash.update(`${name} ${collection.name}\n`);
        for await (const document of client.db(name).collection(collection.name).find().sort({ _id: 1 }))
          hash.update(`${JSON.stringify(document)}\n`);
      }
  } finally {
    await client.close();
  }
  return hash.digest('hex');
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
