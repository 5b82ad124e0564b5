import { ConfigError } from '@lianban/settings';
import { CommanderError } from 'commander';
import { Problem } from './problem';

/** The operator pressed Ctrl-C. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted: what was done stays done; run it again, and nothing is done twice');
  }
}

export interface CommandFailure {
  readonly slug: string;
  readonly message: string;
  readonly code: number;
}

const notAnswered = 2;
// 128 plus SIGINT's number, the shells' convention.
const interrupted = 130;

/** The message and exit code for an error; undefined when help was requested. */
export function failureOf(error: unknown): CommandFailure | undefined {
  if (error instanceof Interrupted) return { slug: 'interrupted', message: error.message, code: interrupted };
  if (error instanceof Problem) return { slug: error.slug, message: error.message, code: notAnswered };
  if (error instanceof ConfigError) return { slug: 'bad-configuration', message: error.message, code: notAnswered };
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return undefined;
    const usage = error.message.replace(/^error: /, '');
    const message = error.code === 'commander.help' ? 'which command? --help lists them' : usage;
    return { slug: 'bad-usage', message, code: notAnswered };
  }
  return { slug: 'cannot-look', message: `cannot read the city: ${String(error)}`, code: notAnswered };
}
