import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { statFields } from './proc-text';

/** Identifies a process: pids are reused, a pid with its start time is not. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Boot and tick on Linux, the wall-clock start elsewhere. Opaque: compare for equality only. */
  readonly startedAt: string;
}

const onLinux = existsSync('/proc/self/stat');

/**
 * Start of the process from the text of /proc/PID/stat; undefined for a zombie, which is dead but not yet reaped. A zombie with
 * other threads still runs: a thread that waits for the disk dies later than the main thread, and holds files and ports until then.
 */
export function startFromStat(stat: string): string | undefined {
  const fields = statFields(stat);
  const [state, threads, start] = [fields[0], Number(fields[17]), fields[19]];
  return state === 'X' || (state === 'Z' && threads <= 1) ? undefined : start;
}

function startOnLinux(pid: number): string | undefined {
  try {
    const tick = startFromStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    // Ticks count from boot: without the boot, a recycled pid after a reboot could match.
    return tick && `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${tick}`;
  } catch {
    return undefined;
  }
}

function startElsewhere(pid: number): string | undefined {
  try {
    const [state = '', ...start] = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
    return state.startsWith('Z') ? undefined : start.join(' ') || undefined;
  } catch {
    return undefined;
  }
}

/** The running process with this pid; undefined when there is none. */
export function identify(pid: number): ProcessIdentity | undefined {
  const startedAt = onLinux ? startOnLinux(pid) : startElsewhere(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Whether exactly this process still runs; false when another has its pid. */
export function isRunning(process: ProcessIdentity): boolean {
  return identify(process.pid)?.startedAt === process.startedAt;
}
