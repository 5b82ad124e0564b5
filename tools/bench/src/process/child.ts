import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { environment } from '@lianban/settings';
import { checkout, logFile } from '../folders';
import { Problem } from '../problem';
import type { WatchedProcess } from '../machine/processes';

export interface BenchProcess extends WatchedProcess {
  /** Rejects when it exits without having been stopped. */
  readonly died: Promise<never>;
  send(message: object): void;
  onMessage(hear: (message: unknown) => void): void;
  /** SIGTERM, and SIGKILL after 10 s. */
  stop(): Promise<void>;
}

const graceMs = 10_000;

/**
 * Starts a node program that logs to a file of its own. Its IPC channel ties it to this process: it exits when the channel
 * closes, so that a killed benchmark leaves no processes behind.
 */
export function startNode(
  name: string,
  label: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): BenchProcess {
  const file = logFile(`${label}-${name}`);
  mkdirSync(dirname(file), { recursive: true });
  const log = openSync(file, 'w');
  const child = spawn(process.execPath, args, {
    cwd: checkout,
    env: { ...environment, ...env },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  let stopping = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const died = ended.then(() => {
    if (!stopping) throw new Problem(`${name} ended by itself: see ${file}`);
    return new Promise<never>(() => undefined);
  });
  // Without a listener the rejection would crash this process.
  died.catch(() => undefined);
  return {
    name,
    pid: child.pid ?? 0,
    died,
    send: (message) => child.send(message),
    onMessage: (hear) => child.on('message', hear),
    stop: async () => {
      stopping = true;
      await end(child, ended);
    },
  };
}

async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await ended;
  clearTimeout(kill);
}
