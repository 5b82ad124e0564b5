import { spawn } from 'node:child_process';
import { Problem } from '../problem';

/**
 * Runs a tool to its end.
 * @throws Problem with its last lines of output when it fails, or is killed after `withinMs`.
 */
export function runTool(
  what: string,
  command: string,
  args: readonly string[],
  { withinMs = 600_000, env = {} }: { withinMs?: number; env?: Record<string, string> } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    const timer = setTimeout(() => child.kill('SIGKILL'), withinMs);
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const fail = (reason: string) => {
      clearTimeout(timer);
      reject(new Problem(`${what} failed (${reason}):\n${output.trimEnd().split('\n').slice(-12).join('\n')}`));
    };
    child.once('error', (error) => fail(error.message));
    child.once('close', (code, killedBy) => {
      clearTimeout(timer);
      if (code === 0) resolve(output);
      else fail(code === null ? `ended by ${killedBy}` : `exit code ${code}`);
    });
  });
}
