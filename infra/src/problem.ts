/** An error the user can fix: shown as one line, without a stack trace. */
export class Problem extends Error {
  override readonly name = 'Problem';
}

/** The message of anything thrown; kafkajs and the container engine sometimes throw plain values. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Runs a command-line entry point: a {@link Problem} ends it with exit code 1 and its one line on stderr; any other
 * error is a bug and is shown with its stack.
 */
export function runCommand(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    console.error(error instanceof Problem ? error.message : error);
    process.exitCode = 1;
  });
}
