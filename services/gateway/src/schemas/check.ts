import type { applications } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';
import { freeForm } from './free-form';
import { text, textView } from './common';

export const checkBody = named(
  'Check',
  z.strictObject({
    answers: freeForm('Answers to the form of the package; they need not be complete.'),
    complete: z.boolean().default(false).describe('What is left out stays out: no condition is open'),
  }),
);

const step = named(
  'CheckedStep',
  z.object({
    step: z.string(),
    prospect: z
      .string()
      .describe('asked; not-asked; open: an answer is missing; later: an earlier step’s outcome decides'),
    conditions: z.array(
      z.object({
        expression: z.string().describe('FEEL'),
        means: text,
        verdict: z.string().describe('met, not-met, open or later'),
        waitsFor: z.array(z.string()).describe('Fields without an answer, or steps whose outcome decides'),
      }),
    ),
    blockedBy: z.array(z.string()).describe('Needed steps that will not be asked for'),
  }),
);

export const checked = named(
  'Checked',
  z
    .object({
      package: z.string(),
      packageVersion: z.number(),
      steps: z.array(step),
    })
    .describe('Which steps would be asked for with these answers, and why'),
);

export const eligibility = named(
  'Eligibility',
  z.object({
    why: z
      .string()
      .optional()
      .describe('The slug with which the application would be refused; nothing speaks against it without'),
  }),
);

export const checkedView = (of: applications.v1.CheckResponse): z.output<typeof checked> => ({
  package: of.package,
  packageVersion: of.packageVersion,
  steps: of.steps.map(({ id, prospect, conditions, blockedBy }) => ({
    step: id,
    prospect,
    conditions: conditions.map(({ means, ...condition }) => ({ ...condition, means: textView(means) })),
    blockedBy,
  })),
});
