import { spawn } from 'node:child_process';

/**
 * Kills processes, and removes a throw-away folder if one is given, when this process ends in any way, kill -9 included: then
 * its end of a pipe closes, and a shell at the other end does the tear-down.
 * @returns a function that ends the watchdog without a tear-down
 */
export function watchdog(pids: readonly number[], folder = ''): () => void {
  const script = 'folder=$1; shift; cat >/dev/null; kill -9 "$@" 2>/dev/null; [ -z "$folder" ] || rm -rf "$folder"';
  const shell = spawn('sh', ['-c', script, 'watchdog', folder, ...pids.map(String)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  // The open pipe must not keep the event loop of a finished test run alive.
  const pipe = shell.stdin as typeof shell.stdin & { unref?: () => void };
  pipe.unref?.();
  return () => {
    shell.kill('SIGKILL');
  };
}
