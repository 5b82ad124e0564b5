import type { FormField } from '@lianban/rest-client';
import type { BilingualText } from '../page/reader';
import { grouped } from '../parts/format';
import { problems } from '../i18n/fields';
import { cleaned, dayIn, numberIn, yuanIn } from '@lianban/input';
import { today } from './today';

/** A parsed answer: a value, nothing, or a problem. */
export type AnswerResult =
  { readonly value: string | number | boolean | undefined } | { readonly problem: BilingualText };

/**
 * Parses and checks one field. The applications service checks the same rules: this one reports problems sooner.
 * @param now today, YYYY-MM-DD
 */
export function readAnswer(field: FormField, typed: unknown, now = today()): AnswerResult {
  const text = cleaned(typeof typed === 'string' ? typed : '');
  if (text === '') return field.required ? { problem: problems.required(field) } : { value: undefined };
  if (field.format === 'date') return readDay(field, text, now);
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

function readDay({ earliest, latest }: FormField, text: string, now: string): AnswerResult {
  const day = dayIn(text);
  if (day === undefined) return { problem: problems.day };
  const [first = '0000-01-01', last = '9999-12-31'] = [earliest, latest].map((each) => (each === 'today' ? now : each));
  if (day < first) return { problem: problems.notBefore(first) };
  if (day <= last) return { value: day };
  return { problem: latest === 'today' ? problems.notAfterToday : problems.notAfter(last) };
}

function readYuan({ minimum = -Infinity, maximum = Infinity }: FormField, text: string): AnswerResult {
  const cents = yuanIn(text) ?? (isLong(text) ? Infinity : undefined);
  if (cents === undefined) return { problem: problems.amount };
  if (cents < minimum) return { problem: problems.atLeastYuan(minimum / 100) };
  return cents > maximum || cents === Infinity ? { problem: problems.atMostYuan(maximum / 100) } : { value: cents };
}

/** Digits alone, too many to be read: what is wrong is the size and not how it is written. */
const isLong = (text: string): boolean => /^[\d,]{14,}$/.test(text);

function readNumber({ type, minimum = -Infinity, maximum = Infinity }: FormField, text: string): AnswerResult {
  const value = numberIn(text) ?? (isLong(text) ? Number(text.replaceAll(',', '')) : undefined);
  if (value === undefined) return { problem: problems.number };
  if (type === 'integer' && !Number.isSafeInteger(value)) return { problem: problems.whole };
  if (value < minimum) return { problem: problems.atLeast(grouped(minimum)) };
  return value > maximum ? { problem: problems.atMost(grouped(maximum)) } : { value };
}

const usualLength = 1000;

const readText = ({ maxLength = usualLength }: FormField, text: string): AnswerResult =>
  text.length > maxLength ? { problem: problems.tooLong(maxLength) } : { value: text };
