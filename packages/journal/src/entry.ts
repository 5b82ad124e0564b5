import { createHash } from 'node:crypto';

/** One side of an entry: debits are positive, credits negative. */
export interface Leg {
  readonly account: string;
  readonly fen: number;
}

/** What is booked at once. The id is that of its cause, so that a cause is booked once however often it is told. */
export interface Entry {
  readonly id: string;
  readonly at: Date;
  /** What it is about: a charge, a run, a day. */
  readonly ref: string;
  readonly legs: readonly Leg[];
}

/** Where an entry stands in the chain: nothing before it can be changed without changing its hash. */
export interface Link {
  readonly number: number;
  readonly previous: string;
  readonly hash: string;
}

/** @throws when it is no entry: a caller that books such a thing is wrong */
export function requireBalanced({ id, legs }: Entry): void {
  if (legs.length < 2) throw new Error(`entry ${id} has fewer than two legs`);
  for (const { account, fen } of legs)
    if (account === '' || !Number.isSafeInteger(fen) || fen === 0)
      throw new Error(`entry ${id}: a leg is an account and whole fen other than zero`);
  const sum = legs.reduce((all, { fen }) => all + fen, 0);
  if (sum !== 0) throw new Error(`entry ${id} is out of balance by ${sum} fen`);
}

export const reversed = (legs: readonly Leg[]): readonly Leg[] =>
  legs.map(({ account, fen }) => ({ account, fen: -fen }));

/** Whether two say the same of one cause. The time is not part of it: who tells a cause again, tells it later. */
export const sameLegs = (one: readonly Leg[], other: readonly Leg[]): boolean => textOf(one) === textOf(other);

/** What of an entry its place in the chain vouches for. */
export const digestOf = ({ id, at, ref, legs }: Entry): string => sha256([id, at.toISOString(), ref, textOf(legs)]);

export const hashAfter = (previous: string, number: number, digest: string): string =>
  sha256([previous, number, digest]);

const textOf = (legs: readonly Leg[]): string => JSON.stringify(legs.map(({ account, fen }) => [account, fen]));
const sha256 = (parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
