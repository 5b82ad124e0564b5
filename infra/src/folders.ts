import { join, resolve } from 'node:path';

/** The checkout: this file is two levels below it both as source (infra/src) and as built (infra/dist). */
export const checkout = resolve(__dirname, '..', '..');

const local = join(checkout, '.local');

/** All files written by the scripts are in the git-ignored `.local/`: removing this folder resets everything. */
export const folders = {
  local,
  cache: join(local, 'cache'),
  data: join(local, 'data'),
  log: join(local, 'log'),
  run: join(local, 'run'),
};
