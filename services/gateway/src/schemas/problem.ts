import { z } from 'zod';
import { named } from './components';

const fault = z
  .object({
    pointer: z.string().optional().describe('JSON pointer (RFC 6901) into the body'),
    parameter: z.string().optional().describe('Name of the query parameter'),
    header: z.string().optional().describe('Name of the header'),
    detail: z.string(),
  })
  .describe('One thing that is wrong and where');

export const problemShape = named(
  'Problem',
  z
    .object({
      type: z.string(),
      title: z.string(),
      status: z.number(),
      detail: z.string(),
      slug: z.string().describe('Stable word to branch on'),
      errors: z.array(fault).optional(),
    })
    .describe('RFC 9457'),
);

export type ProblemView = z.output<typeof problemShape>;
export type ProblemField = z.output<typeof fault>;
