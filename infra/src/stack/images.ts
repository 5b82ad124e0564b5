import { messageOf } from '../problem';
import { engineRequest } from './engine-request';

export interface Images {
  readonly kafka: string;
  readonly mongo: string;
}

/** Images of the two servers; the defaults are the public ones. */
export function imagesFrom(env: NodeJS.ProcessEnv): Images {
  return { kafka: env['KAFKA_IMAGE'] || 'apache/kafka:4.1.0', mongo: env['MONGO_IMAGE'] || 'mongo:6.0' };
}

/** The message of a pull that failed halfway: the engine answers 200 first and reports the failure in the stream. */
export function pullError(stream: string): string | undefined {
  for (const line of stream.split('\n')) {
    const match = /"error"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(line);
    if (match) return match[1];
  }
  return undefined;
}

async function pull(at: string, image: string): Promise<void> {
  const path = `/images/create?fromImage=${encodeURIComponent(image)}`;
  // An unreachable registry sends nothing; a slow one reports progress.
  const { status, body } = await engineRequest(at, 'POST', path, { quietMs: 20_000 });
  const error = pullError(body) ?? (status === 200 ? undefined : `the engine answers ${status}`);
  if (error !== undefined) throw new Error(error);
}

/**
 * Pulls the images that the engine does not have.
 * @returns why one cannot be pulled; undefined when all are there
 */
export async function whyNoImages(
  at: string,
  images: Images,
  say: (line: string) => void,
): Promise<string | undefined> {
  for (const image of Object.values(images)) {
    try {
      const { status } = await engineRequest(at, 'GET', `/images/${image}/json`, { quietMs: 5_000 });
      if (status === 200) continue;
      say(`pulling ${image} (once)`);
      await pull(at, image);
    } catch (error) {
      return `image ${image} cannot be had: ${messageOf(error).split('\n')[0]}`;
    }
  }
  return undefined;
}
