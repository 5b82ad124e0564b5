import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { ZodType } from 'zod';
import type { Problem } from './problem';

export type Path = readonly PropertyKey[];

/** A YAML file that knows on which line each of its values stands. */
export interface Source {
  readonly file: string;
  /** The line of the value at a path; of the nearest value around it when there is none. */
  lineOf(path: Path): number;
  problem(path: Path, sentence: string): Problem;
}

export interface Read<T> {
  readonly source: Source;
  readonly value: T;
}

/** Reads a file of the given shape, or tells everything that is wrong with it. */
export function readSource<T>(file: string, text: string, shape: ZodType<T>): Read<T> | readonly Problem[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const source = sourceOf(file, document, counter);
  if (document.errors.length > 0)
    return document.errors.map(({ message, pos }) => ({
      file,
      line: counter.linePos(pos[0]).line,
      sentence: `is not YAML: ${message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? ''}.`,
    }));

  const checked = shape.safeParse(document.toJS());
  if (checked.success) return { source, value: checked.data };
  return checked.error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => source.problem([...issue.path, key], `"${key}" is not a known key here.`));
    if (!document.hasIn(issue.path)) return [source.problem(issue.path, `"${saidAs(issue.path)}" is missing.`)];
    return [source.problem(issue.path, `"${saidAs(issue.path)}" is wrong: ${issue.message}.`)];
  });
}

/** steps[2].limitDays */
const saidAs = (path: Path): string =>
  path.reduce<string>((said, key) => {
    if (typeof key === 'number') return `${said}[${key}]`;
    return said === '' ? String(key) : `${said}.${String(key)}`;
  }, '');

function sourceOf(file: string, document: Document, counter: LineCounter): Source {
  const lineOf = (path: Path): number => counter.linePos(offsetOf(document, path)).line;
  return { file, lineOf, problem: (path, sentence) => ({ file, line: lineOf(path), sentence }) };
}

/** Where a key begins, so that the line of a missing or unexpected one is still a line the reader can find. */
function offsetOf(document: Document, path: Path): number {
  if (path.length === 0) return 0;
  const parent = document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const key = parent.items.find((pair) => isScalar(pair.key) && pair.key.value === path.at(-1))?.key;
    if (isScalar(key) && key.range) return key.range[0];
  }
  const node = document.getIn(path, true);
  if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
    return Number(node.range[0]);
  return offsetOf(document, path.slice(0, -1));
}
