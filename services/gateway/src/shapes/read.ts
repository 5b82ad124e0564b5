import type { residents } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';
import { iso, moment, unlessEmpty } from './words';

export const readList = named(
  'ReadList',
  z
    .object({
      reads: z.array(
        z.object({
          at: moment,
          reader: z.string(),
          department: z.string().optional().describe('Of the officer who read'),
          caseId: z.string().optional(),
          purpose: z.string(),
          fields: z.array(z.string()),
        }),
      ),
    })
    .describe('Who read what about me, and what for'),
);

export const readListView = (of: residents.v1.ListReadsResponse): z.output<typeof readList> => ({
  reads: of.reads.map(({ at, reader, department, caseId, purpose, fields }) => ({
    at: iso(at) ?? '',
    reader,
    department: unlessEmpty(department),
    caseId: unlessEmpty(caseId),
    purpose,
    fields,
  })),
});
