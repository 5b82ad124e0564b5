import type { FormField } from '@lianban/rest-client';
import type { BilingualText } from '../page/reader';
import { problems } from '../i18n/fields';
import { cleaned, dayIn, numberIn, yuanIn } from '@lianban/input';

/** A parsed answer: a value, nothing, or a problem. */
export type AnswerResult =
  { readonly value: string | number | boolean | undefined } | { readonly problem: BilingualText };

/** Parses and checks one field. The applications service checks the same rules: this one reports problems sooner. */
export function readAnswer(field: FormField, typed: unknown): AnswerResult {
  const text = cleaned(typeof typed === 'string' ? typed : '');
  if (text === '') return field.required ? { problem: problems.required(field) } : { value: undefined };
  if (field.format === 'date') return readDay(text);
  if (field.format === 'cents') return readYuan(field, text);
  switch (field.type) {
    case 'boolean':
      return text === 'yes' || text === 'no' ? { value: text === 'yes' } : { problem: problems.choose };
    case 'choice':
      return field.choices?.some(({ code }) => code === text) ? { value: text } : { problem: problems.choose };
    case 'integer':
    case 'number':
      return readNumber(field, text);
    case 'string':
    case 'object':
      return readText(field, text);
  }
}

function readDay(text: string): AnswerResult {
  const day = dayIn(text);
  return day === undefined ? { problem: problems.day } : { value: day };
}

function readYuan({ minimum = -Infinity, maximum = Infinity }: FormField, text: string): AnswerResult {
  const cents = yuanIn(text);
  if (cents === undefined) return { problem: problems.amount };
  if (cents < minimum) return { problem: problems.atLeast(String(minimum / 100)) };
  return cents > maximum ? { problem: problems.atMost(String(maximum / 100)) } : { value: cents };
}

function readNumber({ type, minimum = -Infinity, maximum = Infinity }: FormField, text: string): AnswerResult {
  const value = numberIn(text);
  if (value === undefined) return { problem: problems.number };
  if (type === 'integer' && !Number.isSafeInteger(value)) return { problem: problems.whole };
  if (value < minimum) return { problem: problems.atLeast(String(minimum)) };
  return value > maximum ? { problem: problems.atMost(String(maximum)) } : { value };
}

const usualLength = 1000;

const readText = ({ maxLength = usualLength }: FormField, text: string): AnswerResult =>
  text.length > maxLength ? { problem: problems.tooLong(maxLength) } : { value: text };
