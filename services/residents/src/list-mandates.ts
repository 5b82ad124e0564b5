import type { App } from '@lianban/runtime';
import { z } from 'zod';
import { readCursor, writeCursor } from './cursor';
import type { KnownMandate } from './domain/mandate';
import { MANDATES } from './aggregate-types';

const mostListed = 100;

/** What counts comes first: however many ask, the mandate somebody acts by is not pushed out of view. */
const order: readonly (readonly KnownMandate['status'][])[] = [
  ['in-force'],
  ['asked'],
  ['refused', 'revoked', 'lapsed'],
];

/** Where a list goes on: behind this mandate, or at the beginning of those with such a status. */
const place = z.object({ rank: z.number().int().min(0).max(2), id: z.string().max(40) });
type Place = z.output<typeof place>;
/** Of the list of what was given and of the one received; null where it is at its end. */
const places = z.tuple([place.nullable(), place.nullable()]);
const beginning: Place = { rank: 0, id: '' };

type Party = 'principalId' | 'agentId';

export interface MandatePage {
  readonly given: readonly KnownMandate[];
  readonly received: readonly KnownMandate[];
  readonly nextCursor: string;
}

interface Asked {
  readonly residentId: string;
  /** Themselves, and the organisations they represent. */
  readonly principals: readonly string[];
  readonly limit: number;
  readonly cursor: string;
}

/** What somebody gave and received, a page of each at a time, to the oldest. */
export async function listMandates(app: App, { residentId, principals, limit, cursor }: Asked): Promise<MandatePage> {
  const most = Math.min(limit || mostListed, mostListed);
  const [givenFrom, receivedFrom] = readCursor(places, cursor) ?? [beginning, beginning];
  const [given, received] = await Promise.all([
    pageOf(app, 'principalId', principals, most, givenFrom),
    pageOf(app, 'agentId', [residentId], most, receivedFrom),
  ]);
  const isMore = given.next !== null || received.next !== null;
  const nextCursor = isMore ? writeCursor([given.next, received.next]) : '';
  return { given: given.mandates, received: received.mandates, nextCursor };
}

async function pageOf(app: App, party: Party, ids: readonly string[], most: number, from: Place | null) {
  const found: { readonly rank: number; readonly mandate: KnownMandate }[] = [];
  for (let rank = from?.rank ?? order.length; rank < order.length && found.length <= most; rank += 1) {
    const filter = {
      [`state.${party}`]: { $in: [...ids] },
      'state.status': { $in: [...order[rank]!] },
      ...(rank === from?.rank && from.id !== '' && { _id: { $lt: from.id } }),
    };
    const query = { filter, sort: { _id: -1 }, limit: most + 1 - found.length } as const;
    for (const { state } of await app.find(MANDATES, query))
      if (state.status !== 'unknown') found.push({ rank, mandate: state });
  }
  const page = found.slice(0, most);
  const last = page.at(-1);
  const next = found.length > most && last ? { rank: last.rank, id: last.mandate.mandateId } : null;
  return { mandates: page.map(({ mandate }) => mandate), next };
}
