import { createHash } from 'node:crypto';

/** The key of the form's page, which makes a repeated submission idempotent; undefined when the form lost it. */
export const formKey = ({ key }: Readonly<Record<string, unknown>>): string | undefined =>
  typeof key === 'string' && /^[\w-]{8,64}$/.test(key) ? key : undefined;

/** The Idempotency-Key of a submission: the same for the same content, 43 characters. */
export const keyFrom = (...words: readonly (string | number)[]): string =>
  createHash('sha256').update(words.join(' ')).digest('base64url');
