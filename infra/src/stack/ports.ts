import { randomInt } from 'node:crypto';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { Problem } from '../problem';

/** A port from the environment; the default when it is not set. */
export function portFrom(env: NodeJS.ProcessEnv, name: string, byDefault: number): number {
  const text = env[name];
  if (text === undefined || text === '') return byDefault;
  const port = Number(text);
  // The highest numbers are reserved, because other ports are derived by adding to this one.
  if (!Number.isInteger(port) || port < 1024 || port > 65_000)
    throw new Problem(`${name}=${text} is not a port: give a whole number from 1024 to 65000`);
  return port;
}

export interface StackPorts {
  readonly kafka: number;
  readonly controller: number;
  readonly mongo: number;
}

/** Ports of the stack that scripts/start runs; set them to run two checkouts side by side. */
export function stackPorts(env: NodeJS.ProcessEnv): StackPorts {
  const kafka = portFrom(env, 'LIANBAN_KAFKA_PORT', 9192);
  const controller = kafka + 1;
  const mongo = portFrom(env, 'LIANBAN_MONGO_PORT', 27117);
  if (mongo === kafka || mongo === controller)
    throw new Problem(
      `Kafka takes ports ${kafka} and ${controller}: set LIANBAN_MONGO_PORT to another one than ${mongo}`,
    );
  return { kafka, controller, mongo };
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(server));
  });
}

const close = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()));

/** This many free ports. All are bound before any is released, so no two are equal. */
export async function freePorts(count: number): Promise<number[]> {
  const held = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = held.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(held.map(close));
  return ports;
}

/** @throws Problem naming the port and the variable that changes it, when another program listens on it. */
export async function requireFreePort(port: number, what: string, variable: string): Promise<void> {
  try {
    await close(await listen(port));
  } catch {
    throw new Problem(`port ${port} (${what}) is used by another program: free it, or set ${variable} to another port`);
  }
}

/**
 * A number for which `base + offset` is free for every offset. It is below the ephemeral ports of outgoing connections, so that
 * the port of a killed server is still free when it restarts, and no client connects to itself.
 */
export async function freeBase(offsets: readonly number[]): Promise<number> {
  for (;;) {
    const base = randomInt(10_000, 30_000);
    const tried = await Promise.allSettled(offsets.map((offset) => listen(base + offset)));
    const held = tried.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    await Promise.all(held.map(close));
    if (held.length === offsets.length) return base;
  }
}
