import { casework } from '@lianban/protos';
import { type Projection, type ViewDocument, change } from '@lianban/projection';
import type { Servers } from '@lianban/testing';

export interface Sum {
  readonly total: number;
  readonly rings: number;
}

/** What two services tell of a subject, added up: "5" adds 5, from whichever topic it comes. */
export const sums: Projection<Sum> = {
  name: 'sums',
  topics: [
    { topic: 'counting.v1', owner: 'counting' },
    { topic: 'ringing.v1', owner: 'ringing' },
  ],
  documentOf: ({ subject }) => (subject.includes('/') ? subject : undefined),
  initial: { total: 0, rings: 0 },
  changes: [
    change(casework.v1.ClockPaused, (sum: Sum, { reason }) => {
      const amount = Number.parseInt(reason, 10);
      if (Number.isNaN(amount)) throw new Error('the reason is no amount');
      return { ...sum, total: sum.total + amount };
    }),
    change(casework.v1.ClockResumed, (sum: Sum) => ({ ...sum, rings: sum.rings + 1 })),
  ],
  indexes: [{ fields: { 'view.total': 1 } }],
};

/** The documents of a generation as the database has them; versions tell of batches, and those differ from run to run. */
export async function storedSums(
  servers: Servers,
  generation = 1,
): Promise<Record<string, Partial<ViewDocument<Sum>>>> {
  const views = servers.db('summing').collection<ViewDocument<Sum>>(`projection.sums.${generation}`);
  const found = await views.find({}, { projection: { version: 0 }, sort: { _id: 1 } }).toArray();
  return Object.fromEntries(found.map(({ _id, ...rest }) => [_id, rest]));
}
