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
          caseId: z.string().optional(),
          purpose: z.string(),
          fields: z.array(z.string()),
        }),
      ),
    })
    .describe('Who read what about me, and what for'),
);

export const readListView = (of: residents.v1.ListReadsResponse): z.output<typeof readList> => ({
  reads: of.reads.map(({ at, reader, caseId, purpose, fields }) => ({
    at: iso(at) ?? '',
    reader,
    caseId: unlessEmpty(caseId),
    purpose,
    fields,
  })),
});
