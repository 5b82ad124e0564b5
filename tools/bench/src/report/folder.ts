import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../folders';

/** What the benchmark can tell of; each is kept until it is measured again. */
export type ReportPart = 'bench' | 'growth' | 'telemetry';

// With another number, results of an earlier format are ignored.
const format = 2;

export interface StoredResult<T> {
  readonly format: number;
  /** When it was measured. */
  readonly at: string;
  readonly result: T;
}

const folder = join(checkout, '.local', 'bench');
const fileOf = (part: ReportPart) => join(folder, `${part}.json`);

/** @returns the file it is in */
export function keep<T>(part: ReportPart, result: T, at = new Date()): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(part), `${JSON.stringify({ format, at: at.toISOString(), result }, null, 2)}\n`);
  return fileOf(part);
}

/** What was measured last; undefined when it never was. */
export function kept<T>(part: ReportPart): StoredResult<T> | undefined {
  try {
    const found = JSON.parse(readFileSync(fileOf(part), 'utf8')) as StoredResult<T>;
    return found.format === format ? found : undefined;
  } catch {
    return undefined;
  }
}

/** @returns the file it is in */
export function keepPage(html: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'report.html');
  writeFileSync(file, html);
  return file;
}
