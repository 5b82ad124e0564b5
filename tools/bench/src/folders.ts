import { join, resolve } from 'node:path';

/** The checkout: this file is three levels below it both as source and as built. */
export const checkout = resolve(__dirname, '..', '..', '..');

/** Logs of what is measured; under the git-ignored `.local/`. */
export const logFile = (name: string): string => join(checkout, '.local', 'log', `bench-${name}.log`);
