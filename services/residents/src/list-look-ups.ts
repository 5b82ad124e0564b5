import type { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { READS } from './aggregate-types';

/** The purpose of a look-up by ID number. */
export const COUNTER_INTAKE = 'counter-intake';
const mostListed = 1_000;

interface Row {
  readonly _id: { readonly day: string; readonly reader: string };
  readonly lookUps: number;
  readonly people: number;
}

/** From the book of reads: what a supervisor is told is what residents see. */
export async function listLookUps(
  app: App,
  { department, since }: residents.v1.ListLookUpsRequest,
): Promise<residents.v1.ListLookUpsResponse> {
  const rows = await app.summarize<Row>(READS, [
    {
      $match: {
        'state.purpose': COUNTER_INTAKE,
        'state.department': department,
        'state.at': { $gte: since ?? new Date(0) },
      },
    },
    {
      $group: {
        _id: {
          day: { $dateToString: { date: '$state.at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' } },
          reader: '$state.reader',
        },
        lookUps: { $sum: 1 },
        residents: { $addToSet: '$state.residentId' },
      },
    },
    { $project: { lookUps: 1, people: { $size: '$residents' } } },
    { $sort: { '_id.day': -1, lookUps: -1, '_id.reader': 1 } },
    { $limit: mostListed },
  ]);
  return { rows: rows.map(({ _id: { day, reader }, lookUps, people }) => ({ day, reader, lookUps, people })) };
}
