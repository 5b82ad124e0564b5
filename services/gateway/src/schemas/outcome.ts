import { casework } from '@lianban/protos';
import { z } from 'zod';

const { Outcome } = casework.v1;

export const outcome = z.enum(['granted', 'refused']);
export const outcomeOf = (word: z.output<typeof outcome>) => (word === 'granted' ? Outcome.GRANTED : Outcome.REFUSED);
export const outcomeWord = (of: casework.v1.Outcome) => {
  if (of === Outcome.GRANTED) return 'granted';
  return of === Outcome.REFUSED ? 'refused' : undefined;
};

/** Of whatever one person asks for and another answers. */
export const askStatus = z.enum(['asked', 'approved', 'refused', 'withdrawn', 'lapsed']);
