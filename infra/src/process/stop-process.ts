import { pollUntil } from '../poll';
import { isRunning, type ProcessIdentity } from './identity';

/**
 * Sends a signal to exactly this process, never to another with a recycled pid.
 * @returns false when it no longer runs
 */
export function signal(target: ProcessIdentity, name: NodeJS.Signals): boolean {
  if (!isRunning(target)) return false;
  try {
    return process.kill(target.pid, name);
  } catch {
    return false;
  }
}

const gone = (target: ProcessIdentity, withinMs: number) =>
  pollUntil(() => (isRunning(target) ? undefined : true), { withinMs, everyMs: 20 });

/** Sends SIGTERM, and SIGKILL if the process still runs after `graceMs`. Resolves when it has ended. */
export async function stopProcess(target: ProcessIdentity, graceMs: number): Promise<'stopped' | 'killed'> {
  signal(target, 'SIGTERM');
  if (await gone(target, graceMs)) return 'stopped';
  await killProcess(target);
  return 'killed';
}

/** Sends SIGKILL. Resolves when the process has ended. */
export async function killProcess(target: ProcessIdentity): Promise<void> {
  signal(target, 'SIGKILL');
  await gone(target, 30_000);
}
