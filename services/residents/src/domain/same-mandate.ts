import type { AskMandate, GiveMandate, KnownMandate } from './mandate';
import { isWaiting } from './mandate-decider';

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
      stands(known, type, at) && known.until.getTime() === until.getTime() && setOf(known.packages) === setOf(packages),
  );

/** One that was only asked for is not yet what its principal gives. */
const stands = (known: KnownMandate, type: (AskMandate | GiveMandate)['type'], at: Date): boolean =>
  (known.status === 'in-force' && known.until > at) || (type === 'AskMandate' && isWaiting(known, at));

const setOf = (packages: readonly string[]): string => [...new Set(packages)].sort().join(' ');
