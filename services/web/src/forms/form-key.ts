import { createHash } from 'node:crypto';

/** The key of the page a form was sent from, which makes sending it twice one act; undefined when the form has lost it. */
export const formKey = ({ key }: Readonly<Record<string, unknown>>): string | undefined =>
  typeof key === 'string' && /^[\w-]{8,64}$/.test(key) ? key : undefined;

/** The Idempotency-Key of what is sent: the same for the same words, in 43 letters. */
export const keyFrom = (...words: readonly (string | number)[]): string =>
  createHash('sha256').update(words.join(' ')).digest('base64url');
