/** One thing wrong with the catalogue, where it is written. */
export interface Problem {
  /** Relative to the catalogue's folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly sentence: string;
}

/** Stops the start. Lists everything that is wrong, so that one round of corrections is enough. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
    super(
      `The catalogue cannot be used, correct these places:\n${sorted
        .map(({ file, line, sentence }) => `${file}:${line}: ${sentence}`)
        .join('\n')}`,
    );
    this.problems = sorted;
  }
}
