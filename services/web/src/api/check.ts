import { z } from 'zod';
import { text } from './package';

/** Which steps would be asked for with some answers, and why. */
export const checkedShape = z.object({
  steps: z.array(
    z.object({
      step: z.string(),
      prospect: z.string(),
      conditions: z.array(z.object({ means: text, verdict: z.string(), waitsFor: z.array(z.string()) })),
      blockedBy: z.array(z.string()),
    }),
  ),
});

export type Checked = z.output<typeof checkedShape>;
export type CheckedStep = Checked['steps'][number];
