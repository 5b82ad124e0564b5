import { execFile } from 'node:child_process';
import { mkdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { InjectedFault } from './fault';

const run = promisify(execFile);
const folder = join(__dirname, '../../../../.local', `small-disk-${process.pid}`);
const fullForMs = 15_000;

/** Why a small file system cannot be created here; undefined when it can. */
export const whyNoSmallDisk = (): string | undefined =>
  process.getuid?.() === 0 ? undefined : 'only root can mount a file system of its own';

/** A file system of 1 GB in memory. */
export async function openSmallDisk(): Promise<{ folder: string; close: () => Promise<void> }> {
  await mkdir(folder, { recursive: true });
  await run('mount', ['-t', 'tmpfs', '-o', 'size=1g', 'lianban-test', folder]);
  const close = async () => {
    await run('umount', ['--lazy', folder]);
    await rm(folder, { recursive: true, force: true });
  };
  return { folder: join(folder, 'servers'), close };
}

export const diskFaults: readonly InjectedFault[] = [
  {
    id: 'F7',
    name: `the disk of Kafka and MongoDB is full for ${fullForMs / 1000} s`,
    at: 'small disk',
    inject: async ({ stack }) => {
      const balloon = join(folder, 'balloon');
      const { bavail, bsize } = await statfs(folder);
      // Leaves some space, which may be written while this runs; the servers fill it within moments.
      await run('fallocate', ['--length', String(bavail * bsize - 4 * 1024 * 1024), balloon]);
      await pause(fullForMs);
      await rm(balloon);
      await Promise.all([...stack.brokers, ...stack.members].map((server) => server.start()));
    },
  },
];
