import type { casework } from '@lianban/protos';
import { z } from 'zod';
import { iso, moment, provisional, unlessEmpty } from './common';
import { named } from './components';

export const level = named('Level', z.enum(['overdue', 'red', 'amber', 'green']));

export const clockShape = named(
  'CaseClock',
  z
    .object({
      kind: z.enum(['accept', 'decide', 'answer']).optional().describe('What is due'),
      running: z.boolean(),
      dueAt: moment.optional(),
      dueProvisional: provisional,
      usedDays: z.number(),
      leftDays: z.number().describe('Below 0: so many working days too late'),
      statutoryLeftDays: z.number(),
      promisedDays: z.number(),
      statutoryDays: z.number().describe('0 where the law counts calendar days'),
      statutoryCalendarDays: z
        .number()
        .optional()
        .describe('Where the law counts calendar days; statutoryLeftDays is then in those too'),
      extendedBy: z.number(),
      pauses: z.array(
        z.object({ reason: z.string(), from: moment, to: moment.optional(), days: z.number().describe('Excluded') }),
      ),
      level: level.optional(),
      undated: z.string().optional().describe('Why the limits are not known'),
    })
    .describe('The legal clock in working days, pauses not counted'),
);

export const clockOf = (of: casework.v1.CaseClock | undefined): z.output<typeof clockShape> => ({
  kind: z.enum(['accept', 'decide', 'answer']).optional().catch(undefined).parse(of?.kind),
  running: of?.running ?? false,
  dueAt: iso(of?.dueAt),
  dueProvisional: of?.dueProvisional || undefined,
  usedDays: of?.usedDays ?? 0,
  leftDays: of?.leftDays ?? 0,
  statutoryLeftDays: of?.statutoryLeftDays ?? 0,
  promisedDays: of?.promisedDays ?? 0,
  statutoryDays: of?.statutoryDays ?? 0,
  statutoryCalendarDays: of?.statutoryCalendarDays,
  extendedBy: of?.extendedBy ?? 0,
  pauses: (of?.pauses ?? []).map(({ reason, from, to, days }) => ({
    reason,
    from: iso(from) ?? '',
    to: iso(to),
    days,
  })),
  level: level.optional().catch(undefined).parse(of?.level),
  undated: unlessEmpty(of?.undated ?? ''),
});
