import { cityServices } from '@lianban/infra';
import { type BenchServers, openSecureServers } from '../machine/servers';
import type { Options } from '../options';
import { type Comparison, measurePair } from '../previous/previous';
import { startSystem } from '../system/start-system';

/** What mutual TLS, SCRAM, ACLs and a database user for each service cost: a plain city and a secure one in turn. */
export async function measureSecure(
  plain: BenchServers,
  options: Options,
  say: (line: string) => void,
): Promise<Comparison> {
  const storing = cityServices().filter(({ kind }) => kind !== 'edge');
  const secure = await openSecureServers(storing.map(({ name }) => name));
  try {
    return await measurePair(
      {
        former: { name: 'plain', servers: plain, start: startSystem },
        current: { name: 'secure', servers: secure, start: startSystem },
      },
      options,
      say,
    );
  } finally {
    await secure.stop();
  }
}
