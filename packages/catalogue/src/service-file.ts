import { serviceKinds } from '@lianban/steps';
import { z } from 'zod';
import { code, day, days, fact, name, text, topic, version, word } from './values';

/** What an item costs from a day on, for everybody or for those who gave an answer. */
const fee = z.strictObject({
  from: day,
  answer: z.strictObject({ name, is: code }).optional(),
  amountCents: z.int().min(0),
  law: text,
});

const item = z.strictObject({
  code,
  version,
  name: text,
  description: text,
  legalBasis: z.array(text).default([]),
  /** What it says when it finishes, for later steps to look at; `required`: whenever it is granted. */
  facts: z.array(fact).default([]),
  /** Of a payment: rows of the fee table, and the calendar days within which it is paid. */
  fees: z.array(fee).optional(),
  payWithinDays: days.optional(),
});

/** One file a city service that performs steps: who it is, on which topic it speaks, which kind it performs, and its items. */
export const serviceFile = z.strictObject({
  service: code,
  topic,
  performs: z.enum(serviceKinds, `a city service performs ${serviceKinds.join(', ')}`),
  name: text,
  /** Where to complain about it. */
  complaints: text,
  /** Its reasons and other codes. */
  words: z.array(word).default([]),
  items: z.array(item),
});

export type ServiceFile = z.infer<typeof serviceFile>;
