import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcessSpec } from '../process/launch';
import { replicaSetName } from './replica-set';

/**
 * A native mongod with its data in `folder`, whose cache is limited so that it leaves memory for the rest of a small machine.
 * @param shortLived a server for one test run, with a small oplog
 */
export async function nativeMongo(
  binary: string,
  {
    port,
    folder,
    logFile,
    shortLived,
    cacheGb = shortLived ? 0.5 : 1,
  }: { port: number; folder: string; logFile: string; shortLived: boolean; cacheGb?: number },
): Promise<ProcessSpec> {
  const data = join(folder, 'data');
  await mkdir(data, { recursive: true });
  const args = [
    ...['--replSet', replicaSetName, '--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', data],
    ...['--nounixsocket', '--quiet', '--wiredTigerCacheSizeGB', String(cacheGb)],
    ...['--oplogSize', shortLived ? '128' : '990'],
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  ];
  return { name: 'mongo', command: binary, args, cwd: folder, logFile };
}
