import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { folders } from '../folders';

/**
 * A folder of the download cache, filled by `fill` the first time. It is filled under another name and renamed at the end, so
 * an interrupted download is never taken for a complete one, and two runs at once do not disturb each other.
 */
export async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(folders.cache, name);
  if (existsSync(folder)) return folder;
  const inProgress = `${folder}.${process.pid}-${randomBytes(3).toString('hex')}`;
  await mkdir(inProgress, { recursive: true });
  try {
    await fill(inProgress);
    await rename(inProgress, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(inProgress, { recursive: true, force: true });
  }
  return folder;
}
