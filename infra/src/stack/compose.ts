import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { checkout } from '../folders';
import type { Images } from './images';
import type { StackPorts } from './ports';
import { outputOf } from './prerequisites';
import { runTool } from './run-tool';

const file = join(checkout, 'infra', 'compose.yaml');

/** Each checkout on a machine has a compose project of its own. */
const project = `lianban-${createHash('sha256').update(checkout).digest('hex').slice(0, 8)}`;

export function hasCompose(): boolean {
  return outputOf('docker', ['compose', 'version']) !== undefined;
}

function compose(what: string, at: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  const command = ['compose', '--project-name', project, '--file', file, ...args];
  return runTool(what, 'docker', command, { env: { DOCKER_HOST: at, ...env }, withinMs: 300_000 });
}

/** Starts the containers that do not run. @throws Problem with compose's last lines. */
export async function composeUp(at: string, ports: StackPorts, images: Images): Promise<void> {
  await compose('starting the containers', at, ['up', '--detach'], {
    LIANBAN_KAFKA_PORT: String(ports.kafka),
    LIANBAN_MONGO_PORT: String(ports.mongo),
    KAFKA_IMAGE: images.kafka,
    MONGO_IMAGE: images.mongo,
  });
}

/** Removes the containers of this checkout, and their data on request. */
export async function composeDown(at: string, { data }: { data: boolean }): Promise<void> {
  await compose('stopping the containers', at, ['down', ...(data ? ['--volumes'] : [])]);
}
