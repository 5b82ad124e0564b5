import type { Log } from '@lianban/telemetry';

/**
 * Handles an error that nobody caught, which is a bug: logs it and exits, so that the process is started again. The log
 * redacts personal data; what Node.js prints by itself would not.
 */
export const fatalTo = (log: Log, exit: (code: number) => void = process.exit) =>
  function fatal(error: unknown): void {
    log.fatal({ err: error }, 'fatal error: exiting to be started again');
    exit(1);
  };
