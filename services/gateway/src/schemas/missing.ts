import type { casework } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';
import { moment, unlessEmpty } from './common';

const wanted = named(
  'Wanted',
  z.object({
    code: z.string(),
    note: z.string().optional().describe('In the officer’s words; absent when a rule asks, or they wrote none'),
    received: z
      .array(z.object({ grade: z.string(), reference: z.string() }))
      .describe('What was handed in for it before, and does not do'),
  }),
);

export const missingList = named(
  'MissingList',
  z.object({
    steps: z.array(
      z.object({
        step: z.string(),
        department: z.string(),
        askedAt: moment.optional(),
        wanted: z.array(wanted).optional().describe('Absent while the department cannot be asked'),
      }),
    ),
  }),
);

export const wantedView = ({ code, note, received }: casework.v1.Wanted): z.output<typeof wanted> => ({
  code,
  note: unlessEmpty(note),
  received: received.map(({ grade, reference }) => ({ grade, reference })),
});
