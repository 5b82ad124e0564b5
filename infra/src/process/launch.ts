import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from '../problem';
import { identify, type ProcessIdentity } from './identity';

/** A command and the file for its output. `env` is added to the environment of this process. */
export interface ProcessSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly logFile: string;
}

const longestLog = 20 * 1024 * 1024;

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > longestLog) renameSync(file, `${file}.1`);
  return openSync(file, 'a');
}

/**
 * Starts a process in a session of its own, so that Ctrl-C in the terminal reaches only this process, which stops
 * the others in the right order.
 * @throws Problem when the program cannot be started at all.
 */
export async function launch(spec: ProcessSpec): Promise<{ child: ChildProcess; identity: ProcessIdentity }> {
  const log = openLog(spec.logFile);
  try {
    const child = spawn(spec.command, spec.args, {
      cwd: spec.cwd,
      env: { ...process.env, ...spec.env },
      detached: true,
      stdio: ['ignore', log, log],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (error) => reject(new Problem(`${spec.name} cannot be started: ${error.message}`)));
    });
    const pid = child.pid ?? 0;
    // The process may have exited already; its identity then matches no process.
    return { child, identity: identify(pid) ?? { pid, startedAt: 'over' } };
  } finally {
    closeSync(log);
  }
}

/** The end of a log, for the message about a process that did not become ready. */
export function lastLines(file: string, count = 15): string {
  if (!existsSync(file)) return '(no log)';
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}
