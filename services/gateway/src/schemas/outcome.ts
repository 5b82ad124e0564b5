import { casework } from '@lianban/protos';
import { z } from 'zod';
import { iso, unlessEmpty } from './common';

const { Outcome } = casework.v1;

export const outcome = z.enum(['granted', 'refused']);
export const outcomeOf = (word: z.output<typeof outcome>) => (word === 'granted' ? Outcome.GRANTED : Outcome.REFUSED);
export const outcomeWord = (of: casework.v1.Outcome) => {
  if (of === Outcome.GRANTED) return 'granted';
  return of === Outcome.REFUSED ? 'refused' : undefined;
};

/** Of whatever one person asks for and another answers. */
export const askStatus = z.enum(['asked', 'approved', 'refused', 'withdrawn', 'lapsed']);

interface Asked {
  readonly askedBy: string;
  readonly askedAt?: Date | undefined;
  readonly answeredBy: string;
  readonly answeredAt?: Date | undefined;
}

/** Who asked and who answered, and when. */
export const askedAndAnswered = ({ askedBy, askedAt, answeredBy, answeredAt }: Asked) => ({
  askedBy,
  askedAt: iso(askedAt),
  answeredBy: unlessEmpty(answeredBy),
  answeredAt: iso(answeredAt),
});
