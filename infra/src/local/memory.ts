import { existsSync, readFileSync } from 'node:fs';
import type { ProcessIdentity } from '../process/identity';
import { residentBytes } from '../process/proc-text';

/** Memory these processes hold in RAM, in bytes; 0 where the system has no /proc. */
export function memoryOf(processes: Iterable<ProcessIdentity>): number {
  return [...processes].reduce((sum, { pid }) => {
    const status = `/proc/${pid}/status`;
    return existsSync(status) ? sum + residentBytes(readFileSync(status, 'utf8')) : sum;
  }, 0);
}

export const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
