import { relative } from 'node:path';
import { checkout } from '../folders';
import { pollUntil } from '../poll';
import { Problem } from '../problem';
import { lastLines } from '../process/launch';
import type { ServicePorts } from './service-ports';

async function answersReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/healthz/ready`, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}

async function isReady({ health, http }: ServicePorts): Promise<boolean> {
  return (await answersReady(health)) && (http === undefined || (await answersReady(http)));
}

/** The names of those that are not ready now. */
export async function notReady(services: readonly ServicePorts[]): Promise<string[]> {
  const states = await Promise.all(
    services.map(async (service) => ({ name: service.name, ready: await isReady(service) })),
  );
  return states.filter(({ ready }) => !ready).map(({ name }) => name);
}

/**
 * Waits until every service is ready.
 * @throws Problem naming those that are not ready after `withinMs`, with the end of their logs.
 */
export async function allReady(
  services: readonly ServicePorts[],
  logOf: (name: string) => string,
  withinMs = 60_000,
): Promise<void> {
  let waitingFor: string[] = [];
  const ready = await pollUntil(
    async () => {
      waitingFor = await notReady(services);
      return waitingFor.length === 0 ? true : undefined;
    },
    { withinMs, everyMs: 100 },
  );
  if (ready) return;
  const logs = waitingFor.map((name) => `the end of ${relative(checkout, logOf(name))}:\n${lastLines(logOf(name))}`);
  throw new Problem([`not ready after ${withinMs / 1000} s: ${waitingFor.join(', ')}`, ...logs].join('\n'));
}
