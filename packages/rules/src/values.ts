import type { StepRequest } from '@lianban/casework';
import { dayIn } from '@lianban/input';

type Values = StepRequest['answers'];

/** The day somebody answered, YYYY-MM-DD; undefined when there is none. */
export const dayOf = (values: Values, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? dayIn(value) : undefined;
};

export const textOf = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** A count or a sum; undefined when there is none, or it is no whole number from 0 on. */
export const countOf = (values: Values, name: string): number | undefined => {
  const value = values[name];
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
};
