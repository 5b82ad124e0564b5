import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { InjectedFault } from './fault';

// Control groups version 1: version 2 has other paths for processes and limits, and has not been tested.
const blkio = '/sys/fs/cgroup/blkio';
const writesASecond = 10;
const slowForMs = 20_000;

/** The device, as "MAJOR:MINOR", with the data of throw-away servers; undefined when the data is not on a block device. */
function device(): string | undefined {
  const { dev } = statSync(join(__dirname, '../../../../.local'));
  const id = `${(dev >> 8) & 0xfff}:${(dev & 0xff) | ((dev >> 12) & 0xfff00)}`;
  const known = `/sys/dev/block/${id}`;
  if (!existsSync(known)) return undefined;
  // Limits apply to whole devices, not to partitions.
  return existsSync(`${known}/partition`) ? readFileSync(`${known}/../dev`, 'utf8').trim() : id;
}

/** Why no disk can be slowed here; undefined when one can. */
export function whyNoSlowDisk(): string | undefined {
  if (process.getuid?.() !== 0) return 'only root can hold up the writes of a process';
  if (!existsSync(`${blkio}/blkio.throttle.write_iops_device`))
    return 'no control group of version 1 for block devices';
  return device() ? undefined : 'the data lie on no block device';
}

/** Limits the writes per second of a process. @returns a function that removes the limit */
async function holdUp(pid: number): Promise<() => Promise<void>> {
  const group = join(blkio, `lianban-test-${process.pid}`);
  const limit = (writes: number) => writeFile(join(group, 'blkio.throttle.write_iops_device'), `${device()} ${writes}`);
  await mkdir(group, { recursive: true });
  await limit(writesASecond);
  await writeFile(join(group, 'cgroup.procs'), String(pid));
  return async () => {
    await limit(0);
    await writeFile(join(blkio, 'cgroup.procs'), String(pid));
    await rmdir(group);
  };
}

export const slowDiskFaults: readonly InjectedFault[] = [
  {
    id: 'F5',
    name: `the disk of the only mongod takes ${writesASecond} writes a second for ${slowForMs / 1000} s`,
    at: 'slow disk',
    inject: async ({ stack }) => {
      const letGo = await holdUp(stack.members[0]!.pid()!);
      await pause(slowForMs);
      await letGo();
    },
  },
];
