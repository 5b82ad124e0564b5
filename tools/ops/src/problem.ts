/** Something the person at the terminal can put right; shown without a stack. */
export class Problem extends Error {
  /** @param slug stable, for programs that read --json */
  constructor(
    readonly slug: string,
    message: string,
  ) {
    super(message);
  }
}
