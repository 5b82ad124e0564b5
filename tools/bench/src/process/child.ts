import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { environment } from '@lianban/settings';
import { checkout, logFile } from '../folders';
import { Problem } from '../problem';
import type { WatchedProcess } from '../machine/processes';

export interface BenchProcess extends WatchedProcess {
  /** Rejects when it ends without having been told to. */
  readonly died: Promise<never>;
  send(message: object): void;
  onMessage(hear: (message: unknown) => void): void;
  /** SIGTERM, and SIGKILL for what still runs 10 s later. */
  stop(): Promise<void>;
}

const graceMs = 10_000;

/**
 * Starts a node program whose output goes to a log of its own. A channel ties it to this process: programs of the
 * bench end when it closes, so that a killed bench leaves nothing of its own behind.
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
  // Whoever waits for something of this child hears of it; nobody waiting is no crash.
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
