import type { FormField } from '@lianban/rest-client';
import type { FieldProblem } from '../parts/error-summary';
import { readAnswer } from './answer';

export interface ParsedForm {
  readonly answers: Readonly<Record<string, unknown>>;
  /** Raw values, to fill the form again. */
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

/** Parses the given fields of a form and collects all problems. */
export function readForm(fields: readonly FormField[], form: Readonly<Record<string, unknown>>): ParsedForm {
  const answers: Record<string, unknown> = {};
  const typed: Record<string, string> = {};
  const problems: FieldProblem[] = [];
  for (const field of fields) {
    const raw = form[field.name];
    typed[field.name] = typeof raw === 'string' ? raw : '';
    const read = readAnswer(field, raw);
    if ('problem' in read) problems.push({ field: field.name, text: read.problem });
    else if (read.value !== undefined) answers[field.name] = read.value;
  }
  return { answers, typed, problems };
}
