/** An error the operator can fix; shown without a stack trace. */
export class Problem extends Error {
  /** @param slug stable, for programs that read --json */
  constructor(
    readonly slug: string,
    message: string,
  ) {
    super(message);
  }
}
