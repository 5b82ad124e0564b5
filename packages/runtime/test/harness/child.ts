import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort, type Servers, until } from '@lianban/testing';

const fixtures = join(__dirname, '..', 'fixtures');
const children: ChildProcess[] = [];

/** A service in a process of its own. */
export interface Child {
  readonly grpcPort: number;
  readonly healthPort: number;
  readonly pid: number;
  readonly output: () => string;
  /** Resolves with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  isRunning(): boolean;
  kill(signal: NodeJS.Signals): void;
  /** What a probe answers: 200, 503, or 0 when nobody does within the five seconds a kubelet waits. */
  probe(name: 'startup' | 'ready' | 'live'): Promise<number>;
}

export async function startChild(
  servers: Servers,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  fixture = 'tallies.ts',
): Promise<Child> {
  const [grpcPort, healthPort] = [await freePort(), await freePort()];
  const ports = { GRPC_PORT: String(grpcPort), HEALTH_PORT: String(healthPort) };
  const file = [join(fixtures, 'typescript.js'), join(fixtures, fixture)];
  const child = spawn(process.execPath, ['--require', ...file, ...args], {
    env: { PATH: process.env['PATH'], ...servers.env, ...ports, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += String(data)));
  const probe = (name: string) =>
    fetch(`http://127.0.0.1:${healthPort}/healthz/${name}`, { signal: AbortSignal.timeout(5_000) }).then(
      ({ status }) => status,
      () => 0,
    );
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  await until(
    `${args[0]} is ready`,
    async () => {
      if (child.exitCode !== null) throw new Error(`${args[0]} ended: ${text}`);
      return (await probe('ready')) === 200;
      // A group waits for a member that was killed.
    },
    40_000,
  );
  return {
    grpcPort,
    healthPort,
    pid: child.pid!,
    output: () => text,
    ended,
    probe,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    kill: (signal) => child.kill(signal),
  };
}

export const killAll = (): void => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
};
