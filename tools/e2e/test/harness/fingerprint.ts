import { createHash } from 'node:crypto';
import { MongoClient } from 'mongodb';
import type { TestCity } from '../../src/city';
import { testServers } from './servers';

/** Of everything stored by every service, down to the last field: equal before and after means that nothing was stored. */
export async function fingerprint({ prefix }: TestCity, passedOver: readonly string[] = []): Promise<string> {
  const client = await new MongoClient(testServers().mongoUrl).connect();
  const hash = createHash('sha256');
  try {
    const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
    for (const { name } of databases.filter((each) => each.name.startsWith(prefix)).sort(byName))
      for (const collection of (await client.db(name).listCollections().toArray()).sort(byName)) {
        // What is on its way to a topic comes and goes by itself; numbers are taken in blocks, and may be left unused; pages seal
        // what was stored before; read models follow a moment later.
        if (
          ['outbox', 'takenOver', 'counters', 'pages', 'projections', 'catalogueUses', ...passedOver].includes(
            collection.name,
          )
        )
          continue;
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
