import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const protosFolder = join(__dirname, '..');
const program = join(protosFolder, '..', 'node_modules', '.bin', 'buf');

/** Runs buf in the folder of the contracts. */
export const buf = (args: readonly string[], input?: Uint8Array) => {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: protosFolder,
    // The installed launcher runs on whatever `node` comes first: the one that runs the tests.
    env: { ...process.env, PATH: `${join(process.execPath, '..')}:${process.env['PATH'] ?? ''}` },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...(input && { input }),
  });
  if (error) throw error;
  return { ok: status === 0, said: `${stdout}${stderr}`, stdout };
};
