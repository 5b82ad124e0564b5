import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { residentBytes, ticksFromStat } from '@lianban/infra';

export interface WatchedProcess {
  readonly name: string;
  readonly pid: number;
}

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

const each = (watched: readonly WatchedProcess[], read: (pid: number) => number): Record<string, number> =>
  Object.fromEntries(watched.map(({ name, pid }) => [name, read(pid)]));

/** CPU seconds of each process so far, all threads, user and kernel. @throws when one has exited */
export const cpuSeconds = (watched: readonly WatchedProcess[]): Record<string, number> =>
  each(watched, (pid) => ticksFromStat(readFileSync(`/proc/${pid}/stat`, 'utf8')) / ticksPerSecond);

/** Resident megabytes (2^20) of each process. @throws when one has exited */
export const residentMegabytes = (watched: readonly WatchedProcess[]): Record<string, number> =>
  each(watched, (pid) => residentBytes(readFileSync(`/proc/${pid}/status`, 'utf8')) / 2 ** 20);
