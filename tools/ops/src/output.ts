export interface CommandResult {
  /** The output of --json. */
  readonly data: unknown;
  readonly lines: readonly string[];
  /** A check failed: the exit code is 1. */
  readonly isBad?: boolean;
}

export type TableRow = Readonly<Record<string, string | number>>;

/** A table with aligned columns, headed by the first row's field names. */
export function table(rows: readonly TableRow[]): string[] {
  const [first] = rows;
  if (!first) return [];
  const names = Object.keys(first);
  const lines = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}

export function print({ data, lines, isBad }: CommandResult, asJson: boolean): void {
  process.stdout.write(`${asJson ? JSON.stringify(data, plainNumbers, 2) : lines.join('\n')}\n`);
  if (isBad) process.exitCode = 1;
}

const plainNumbers = (_name: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);
