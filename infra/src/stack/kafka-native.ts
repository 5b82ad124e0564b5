import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcessSpec } from '../process/launch';
import { type BrokerPlace, type BrokerPorts, kafkaConfig } from './kafka-config';
import { kafkaArguments, type KafkaHome } from './kafka-home';

/**
 * A native broker with its data in `folder`, which is formatted when it is new.
 * @param shortLived a broker for one test run: the JVM optimises less, to start faster
 */
export async function nativeKafka(
  home: KafkaHome,
  {
    ports,
    folder,
    logFile,
    shortLived,
  }: { ports: BrokerPorts | BrokerPlace; folder: string; logFile: string; shortLived: boolean },
): Promise<ProcessSpec> {
  const data = join(folder, 'data');
  const config = join(folder, 'server.properties');
  await mkdir(folder, { recursive: true });
  if (!existsSync(join(data, 'meta.properties'))) {
    await cp(home.formatted, data, { recursive: true });
    if ('id' in ports) await renumber(join(data, 'meta.properties'), ports.id);
  }
  await writeFile(config, kafkaConfig(ports, data));
  const options = shortLived ? ['-XX:TieredStopAtLevel=1'] : [];
  return { name: 'kafka', command: 'java', args: kafkaArguments(home, config, options), cwd: folder, logFile };
}

/** Sets the broker's id and directory id in a folder that was formatted for broker 1. */
async function renumber(file: string, id: number): Promise<void> {
  const properties = await readFile(file, 'utf8');
  const folder = `A${randomBytes(16).toString('base64url').slice(1)}`;
  await writeFile(
    file,
    properties.replace(/^node\.id=.*$/m, `node.id=${id}`).replace(/^directory\.id=.*$/m, `directory.id=${folder}`),
  );
}
