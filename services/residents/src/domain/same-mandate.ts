import type { AskMandate, GiveMandate, KnownMandate } from './mandate';

/**
 * The mandate that stands between the same two for the same packages until the same day, if there is one: whoever asks or gives it
 * again, after an answer that was lost, means that one. Two would have to be ended twice.
 */
export const sameMandate = (
  between: readonly KnownMandate[],
  { type, packages, until }: Pick<AskMandate | GiveMandate, 'type' | 'packages' | 'until'>,
  at: Date,
): KnownMandate | undefined =>
  between.find(
    (known) =>
      stands(known, type) &&
      known.until > at &&
      known.until.getTime() === until.getTime() &&
      setOf(known.packages) === setOf(packages),
  );

/** One that was only asked for is not yet what its principal gives. */
const stands = ({ status }: KnownMandate, type: (AskMandate | GiveMandate)['type']): boolean =>
  status === 'in-force' || (status === 'asked' && type === 'AskMandate');

const setOf = (packages: readonly string[]): string => [...new Set(packages)].sort().join(' ');
