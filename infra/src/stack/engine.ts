import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '../problem';
import { engineRequest } from './engine-request';
import { imagesFrom, whyNoImages } from './images';

/** `at` is the address of a Docker-compatible engine, as in DOCKER_HOST: unix:///path or tcp://host:port. */
export type EngineFound = { readonly at: string } | { readonly at: undefined; readonly why: string };

/** Possible addresses: only DOCKER_HOST when it is set, else the usual sockets that exist. */
export function engineCandidates(env: NodeJS.ProcessEnv, exists: (path: string) => boolean): string[] {
  if (env['DOCKER_HOST']) return [env['DOCKER_HOST']];
  const runtime = env['XDG_RUNTIME_DIR'];
  const sockets = [
    '/var/run/docker.sock',
    ...(runtime ? [join(runtime, 'docker.sock'), join(runtime, 'podman', 'podman.sock')] : []),
    join(env['HOME'] ?? homedir(), '.docker', 'run', 'docker.sock'),
    '/run/podman/podman.sock',
  ];
  return sockets.filter(exists).map((path) => `unix://${path}`);
}

/** The first engine that answers a ping, or why none did. */
async function findEngine(env: NodeJS.ProcessEnv): Promise<EngineFound> {
  const candidates = engineCandidates(env, existsSync);
  const reasons: string[] = [];
  for (const at of candidates) {
    try {
      const { status } = await engineRequest(at, 'GET', '/_ping', { quietMs: 3_000 });
      if (status === 200) return { at };
      reasons.push(`${at} answers ${status}`);
    } catch (error) {
      reasons.push(`${at}: ${messageOf(error)}`);
    }
  }
  return { at: undefined, why: reasons.length > 0 ? reasons.join('; ') : 'there is no engine socket' };
}

/**
 * An engine that answers and has, or can quickly pull, the images of the stack; else the reason why there is none.
 * @param whyNot another reason against the engine; called only when an engine answers
 */
export async function usableEngine(
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
  whyNot: () => string | undefined = () => undefined,
): Promise<EngineFound> {
  const found = await findEngine(env);
  if (found.at === undefined) return { at: undefined, why: `no container engine answers: ${found.why}` };
  const why = whyNot() ?? (await whyNoImages(found.at, imagesFrom(env), say));
  return why === undefined ? found : { at: undefined, why: `a container engine answers, but ${why}` };
}
