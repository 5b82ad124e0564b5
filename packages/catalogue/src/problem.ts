/** One thing wrong with the catalogue, where it is written. */
export interface Problem {
  /** Relative to the catalogue's folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly sentence: string;
}

const inOrder = (problems: readonly Problem[]): readonly Problem[] =>
  problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);

/** A line each, in the order of files: permits/catalogue.yaml:12: "feeCents" is missing. */
export const describeProblems = (problems: readonly Problem[]): string =>
  inOrder(problems)
    .map(({ file, line, sentence }) => `${file}:${line}: ${sentence}`)
    .join('\n');

/** Stops the start. Lists everything that is wrong, so that one round of corrections is enough. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`The catalogue cannot be used, correct these places:\n${describeProblems(problems)}`);
    this.problems = inOrder(problems);
  }
}
