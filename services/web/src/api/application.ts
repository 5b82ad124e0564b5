import { z } from 'zod';
import { text } from './package';

const step = z.object({
  id: z.string(),
  item: z.string(),
  department: z.string(),
  name: text,
  needs: z.array(z.string()),
  status: z.string(),
  reason: z.string().optional(),
  facts: z.record(z.string(), z.unknown()).default({}),
  grounds: z
    .array(
      z.object({
        rule: z.string(),
        version: z.string(),
        /** In English, for grounds the catalogue has no words of. */
        explanation: z.string(),
        met: z.boolean(),
        code: z.string().optional(),
        facts: z.record(z.string(), z.string()).default({}),
      }),
    )
    .default([]),
  missing: z.array(z.object({ code: z.string() })).default([]),
  promisedAt: z.string().optional(),
  statutoryAt: z.string().optional(),
  dueAt: z.string().optional(),
});

const entry = z.object({
  at: z.string(),
  step: z.string().optional(),
  department: z.string().optional(),
  what: z.string(),
  detail: z.string().optional(),
  until: z.string().optional(),
  /** Who did it in the applicant's name. */
  agent: z.string().optional(),
});

const summary = z.object({
  applicationNumber: z.string(),
  package: z.string(),
  name: text,
  status: z.string(),
  submittedAt: z.string().optional(),
  endedAt: z.string().optional(),
  version: z.number(),
  residentId: z.string().optional(),
  agent: z.string().optional(),
  steps: z.array(step),
});

export const applicationShape = summary.extend({ timeline: z.array(entry) });
export const applicationList = z.object({ applications: z.array(summary), nextCursor: z.string().optional() });
export const submittedShape = z.object({ applicationNumber: z.string() });

export const messagesShape = z.object({
  messages: z.array(
    z.object({
      step: z.string(),
      department: z.string(),
      text: z.string(),
      at: z.string(),
      /** The reader was not shown it before, on whichever device. */
      unread: z.boolean().default(false),
    }),
  ),
});

export const missingShape = z.object({
  steps: z.array(
    z.object({
      step: z.string(),
      /** Absent while the department cannot be asked. */
      wanted: z
        .array(
          z.object({
            code: z.string(),
            note: z.string().optional(),
            received: z.array(z.object({ reference: z.string() })),
          }),
        )
        .optional(),
    }),
  ),
});

export type Wanted = NonNullable<z.output<typeof missingShape>['steps'][number]['wanted']>[number];
export type Message = z.output<typeof messagesShape>['messages'][number];
export type Ground = Step['grounds'][number];
export type Step = z.output<typeof step>;
export type TimelineEntry = z.output<typeof entry>;
export type ApplicationSummary = z.output<typeof summary>;
export type Application = z.output<typeof applicationShape>;
