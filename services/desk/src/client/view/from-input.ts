import { cleaned } from '@lianban/input';
import type { FormField } from '@lianban/rest-client';

/** Converts input to the API's value: undefined for an empty field, cents for yuan. */
export function fromInput({ type, format }: Pick<FormField, 'type' | 'format'>, typed: unknown): unknown {
  if (typed === undefined || typed === null) return undefined;
  if (typeof typed === 'string') return cleaned(typed) || undefined;
  if (format === 'cents' && typeof typed === 'number') return Math.round(typed * 100);
  return type === 'integer' && typeof typed === 'number' ? Math.round(typed) : typed;
}
