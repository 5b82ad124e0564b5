import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcessSpec } from '../process/launch';
import { replicaSetName } from './replica-set';

/**
 * A native mongod over `folder`, bounded so that it leaves room for everything else on a small machine.
 * @param shortLived a server for one test run: keeps a small oplog.
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
