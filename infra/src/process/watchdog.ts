import { spawn } from 'node:child_process';

/**
 * Ties processes, and a throw-away folder when one is given, to the life of this process: when this process ends in any way, kill -9
 * included, its end of the pipe closes and a small shell does what a tear-down would have done.
 * @returns a function that lets go without touching anything, for after an orderly tear-down.
 */
export function watchdog(pids: readonly number[], folder = ''): () => void {
  const script = 'folder=$1; shift; cat >/dev/null; kill -9 "$@" 2>/dev/null; [ -z "$folder" ] || rm -rf "$folder"';
  const shell = spawn('sh', ['-c', script, 'watchdog', folder, ...pids.map(String)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  // The pipe must stay open, but it must not keep the event loop of a finished test run alive.
  const pipe = shell.stdin as typeof shell.stdin & { unref?: () => void };
  pipe.unref?.();
  return () => {
    shell.kill('SIGKILL');
  };
}
