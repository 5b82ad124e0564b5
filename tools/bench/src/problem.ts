/** Something the person at the keyboard can mend: shown as one line, without a stack trace. */
export class Problem extends Error {
  override readonly name = 'Problem';
}
