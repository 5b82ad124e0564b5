import { checkCharacter, idNumberIn } from '@lianban/input';
import type { Refusal } from '@lianban/model';

/** A citizen's ID number 公民身份号码 that passed every check, and what it says. */
export interface IdNumber {
  /** 18 characters, the check character in upper case. */
  readonly text: string;
  /** YYYY-MM-DD */
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
}

/**
 * Reads an ID number as people type it. Refused with a detail that never
 * repeats the number. The six-digit area is not looked up: it is the area of first registration and may be long abolished.
 */
export function readIdNumber(typed: string, today: Date): IdNumber | Refusal {
  const text = idNumberIn(typed);
  if (text === undefined) return wrong('must be 17 digits and a digit or X');
  if (checkCharacter(text) !== text.charAt(17)) return wrong('has a mistyped character: the check digit does not fit');

  const birthDate = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (!isRealDate(birthDate)) return wrong('contains a date of birth that does not exist');
  if (Date.parse(`${birthDate}T00:00:00+08:00`) > today.getTime())
    return wrong('contains a date of birth in the future');
  return { text, birthDate, sex: Number(text.charAt(16)) % 2 === 1 ? 'male' : 'female' };
}

function isRealDate(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

const wrong = (what: string): Refusal => ({
  refused: 'id-number-invalid',
  detail: `The ID number ${what}.`,
  pointer: '/idNumber',
});
