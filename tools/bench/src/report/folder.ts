import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../folders';

/** The parts of the report; each is stored until it is measured again. */
export type ReportPart = 'bench' | 'growth' | 'telemetry' | 'previous' | 'secure';

// Results with another format number are ignored.
const format = 3;

export interface StoredResult<T> {
  readonly format: number;
  /** The time of the measurement. */
  readonly at: string;
  readonly result: T;
}

const folder = join(checkout, '.local', 'bench');
const fileOf = (part: ReportPart) => join(folder, `${part}.json`);

/** @returns the path of the file */
export function keep<T>(part: ReportPart, result: T, at = new Date()): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(part), `${JSON.stringify({ format, at: at.toISOString(), result }, null, 2)}\n`);
  return fileOf(part);
}

/** The last stored result; undefined when there is none. */
export function kept<T>(part: ReportPart): StoredResult<T> | undefined {
  try {
    const found = JSON.parse(readFileSync(fileOf(part), 'utf8')) as StoredResult<T>;
    return found.format === format ? found : undefined;
  } catch {
    return undefined;
  }
}

/** @returns the path of the file */
export function keepPage(html: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'report.html');
  writeFileSync(file, html);
  return file;
}
