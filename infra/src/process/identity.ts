import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { statFields } from './proc-text';

/** A process for certain: pids are handed out again, a pid together with its start time is not. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque: boot and tick on Linux, the wall-clock start elsewhere. Compare for equality only. */
  readonly startedAt: string;
}

const onLinux = existsSync('/proc/self/stat');

/**
 * Start of the process from the text of /proc/PID/stat; undefined for a zombie, which is dead but not yet reaped. One with
 * threads left still runs: a thread that waits for the disk dies later than the first, and keeps files and ports until then.
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

/** The running process with this pid, or undefined when there is none (any more). */
export function identify(pid: number): ProcessIdentity | undefined {
  const startedAt = onLinux ? startOnLinux(pid) : startElsewhere(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Whether exactly this process still runs; false when its pid has gone to another. */
export function isRunning(process: ProcessIdentity): boolean {
  return identify(process.pid)?.startedAt === process.startedAt;
}
