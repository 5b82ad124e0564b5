import type { StepRequest } from '@lianban/casework';
import { dayIn } from '@lianban/input';

type Answers = StepRequest['answers'];

/** The day somebody answered, YYYY-MM-DD; undefined when there is none. */
export const dayOf = (answers: Answers, name: string): string | undefined => {
  const value = answers[name];
  return typeof value === 'string' ? dayIn(value) : undefined;
};

export const textOf = (answers: Answers, name: string): string => {
  const value = answers[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** A fact with which an earlier step of the application was granted, whichever it was; empty when none was. */
export function earlierFact({ earlier }: StepRequest, name: string): string {
  const granted = Object.values(earlier)
    .filter(isRecord)
    .filter(({ outcome }) => outcome === 'granted');
  return granted.map((facts) => facts[name]).find((value) => typeof value === 'string') ?? '';
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Zhengzhou 郑州: its districts and counties begin so. */
const CITY = '4101';

export const isOfCity = (district: string): boolean => district.startsWith(CITY);
