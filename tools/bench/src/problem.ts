/** An error the user can fix: shown as one line, without a stack trace. */
export class Problem extends Error {
  override readonly name = 'Problem';
}
