import type { residents } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';
import { iso, moment, unlessEmpty } from './common';

export const readList = named(
  'ReadList',
  z
    .object({
      reads: z.array(
        z.object({
          at: moment.describe('Of the last look'),
          firstAt: moment,
          count: z.number().describe('Looks of this reader in this case for this purpose'),
          reader: z.string(),
          department: z.string().optional().describe('Of the officer who read'),
          caseId: z.string().optional(),
          purpose: z.string(),
          fields: z.array(z.string()).describe('Names of what was seen, in all these looks'),
        }),
      ),
      nextCursor: z.string().optional(),
    })
    .describe('Who read what about me, and what for, the latest first'),
);

export const readListView = (of: residents.v1.ListReadsResponse): z.output<typeof readList> => ({
  reads: of.reads.map(({ at, firstAt, count, reader, department, caseId, purpose, fields }) => ({
    at: iso(at) ?? '',
    firstAt: iso(firstAt ?? at) ?? '',
    count: count || 1,
    reader,
    department: unlessEmpty(department),
    caseId: unlessEmpty(caseId),
    purpose,
    fields,
  })),
  nextCursor: unlessEmpty(of.nextCursor),
});
