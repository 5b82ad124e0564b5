import { environment } from '@lianban/settings';
import type { Program } from './program';
import { runPrograms } from './run-programs';

/** Runs a program as a process of its own: what its main.ts does when it is the process's own file. */
export const run = (program: Program): Promise<void> => runPrograms([program], () => environment);
