import { serviceKinds } from '@lianban/steps';
import { z } from 'zod';
import { code, fact, text, topic, version, word } from './values';

const item = z.strictObject({
  code,
  version,
  name: text,
  description: text,
  legalBasis: z.array(text).default([]),
  /** What it says when it finishes, for later steps to look at; `required`: whenever it is granted. */
  facts: z.array(fact).default([]),
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
