import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST, ManifestError, type Service, loadServices } from '@lianban/manifest';
import { checkout } from '../folders';
import { Problem } from '../problem';
import { deployables, folderOf } from './deployables';

/**
 * The services of a checkout as their manifests describe them, in the order of their ports.
 * @throws Problem naming what is wrong in which manifest, or the service that has none.
 */
export function cityServices(root = checkout): readonly Service[] {
  const bare = deployables(root).find((name) => !existsSync(join(root, folderOf(name, root), MANIFEST)));
  if (bare)
    throw new Problem(`${folderOf(bare, root)} has src/main.ts and no ${MANIFEST}: say there what the service is`);
  try {
    return loadServices(root);
  } catch (error) {
    throw error instanceof ManifestError ? new Problem(error.message) : error;
  }
}
