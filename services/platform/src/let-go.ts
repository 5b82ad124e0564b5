import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/**
 * Gives back what a start left behind. Loading and compiling makes a young generation grow that a service at rest has no use
 * for and V8 by itself keeps: one full collection of forty milliseconds, before anybody is served, is worth 15 MB a process.
 */
export function letGoOfTheStart(): void {
  // Only contexts made from here on have the function, and this one is thrown away.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
