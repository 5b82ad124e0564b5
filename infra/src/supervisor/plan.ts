import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folders } from '../folders';
import type { ProcessIdentity } from '../process/identity';
import type { ProcessSpec } from '../process/launch';

/** A process that runs until it is removed from the plan. */
export interface PlannedProcess extends ProcessSpec {
  /** Services are stopped before the stack. */
  readonly tier: 'stack' | 'service';
  /** Changes with the code or the files the process reads; a process with another stamp is replaced. */
  readonly stamp: string;
  /** The time it has to stop before it is killed. */
  readonly graceMs: number;
}

/** The state of a planned process. */
export interface ProcessRecord {
  readonly name: string;
  readonly tier: PlannedProcess['tier'];
  /** Absent while it waits for a restart. */
  readonly identity?: ProcessIdentity;
  /** The version of the plan that started it. */
  readonly planKey: string;
  readonly graceMs: number;
  readonly logFile: string;
  readonly restarts: number;
  readonly lastExit?: string;
}

export interface RunFolder {
  readonly supervisor: string;
  readonly plan: string;
  readonly processes: string;
}

/** The files by which commands and supervisor communicate; each has one writer. */
export function runFiles(folder = folders.run): RunFolder {
  return {
    /** Written by the supervisor: its identity. */
    supervisor: join(folder, 'supervisor.json'),
    /** Written by scripts/start: the plan. */
    plan: join(folder, 'plan.json'),
    /** Written by the supervisor: the state of each planned process. */
    processes: join(folder, 'processes.json'),
  };
}

/** Identifies a plan of a process: a running process whose key differs from the new plan's is replaced. */
export function planKey({ command, args, env, cwd, stamp }: PlannedProcess): string {
  return JSON.stringify([command, args, Object.entries(env ?? {}).sort(), cwd, stamp]);
}

/** Writes a file and renames it, so a reader never sees half of it. */
export function writeJson(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(value, null, 1));
  renameSync(`${file}.new`, file);
}

/** The content of such a file; undefined when it is missing or damaged. */
export function readJson<T>(file: string): T | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
