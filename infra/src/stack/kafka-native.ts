import { existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcessSpec } from '../process/launch';
import { kafkaConfig } from './kafka-config';
import { kafkaArguments, type KafkaHome } from './kafka-home';
import type { StackPorts } from './ports';

/**
 * A native broker over `folder`, which is formatted when it is new and served as it is otherwise.
 * @param shortLived a broker for one test run: compiles less thoroughly, to be up sooner.
 */
export async function nativeKafka(
  home: KafkaHome,
  { ports, folder, logFile, shortLived }: { ports: StackPorts; folder: string; logFile: string; shortLived: boolean },
): Promise<ProcessSpec> {
  const data = join(folder, 'data');
  const config = join(folder, 'server.properties');
  await mkdir(folder, { recursive: true });
  if (!existsSync(join(data, 'meta.properties'))) await cp(home.formatted, data, { recursive: true });
  await writeFile(config, kafkaConfig(ports, data));
  const options = shortLived ? ['-XX:TieredStopAtLevel=1'] : [];
  return { name: 'kafka', command: 'java', args: kafkaArguments(home, config, options), cwd: folder, logFile };
}
