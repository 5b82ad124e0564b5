import type { Log } from '@lianban/telemetry';

/**
 * What a process does about an error nobody caught, which is a bug: it tells the operators in its log, where no personal
 * data passes as it would in what Node.js prints by itself, and ends to be started anew.
 */
export const fatalTo = (log: Log, exit: (code: number) => void = process.exit) =>
  function fatal(error: unknown): void {
    log.fatal({ err: error }, 'cannot go on: exiting to be started anew');
    exit(1);
  };
