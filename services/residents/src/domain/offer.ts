import type { Decider, Refusal } from '@lianban/model';

/** due: offered with the next morning, so that nobody is offered what the same application asks for. */
export interface Offer {
  readonly item: string;
  /** The department that said what it follows from, and when. */
  readonly toldBy: string;
  readonly since: Date;
  readonly status: 'due' | 'open' | 'refused';
  readonly refusedAt?: Date;
}

/** What one person was offered, by item. */
export interface OffersState {
  readonly offers: readonly Offer[];
}

type Made = Pick<Offer, 'item' | 'toldBy' | 'since'>;
export type OffersCommand =
  | { readonly type: 'MakeOffers'; readonly items: readonly string[]; readonly toldBy: string; readonly since: Date }
  | { readonly type: 'OpenOffers' }
  | { readonly type: 'RefuseOffer'; readonly item: string };

export type OffersEvent =
  | ({ readonly type: 'OfferMade' } & Made)
  | { readonly type: 'OfferOpened'; readonly item: string }
  | { readonly type: 'OfferRefused'; readonly item: string; readonly at: Date };

/** Demo value: a refusal is remembered for twelve months. */
const REMEMBERED_DAYS = 365;
const dayMs = 24 * 60 * 60 * 1000;
const shanghaiMs = 8 * 60 * 60 * 1000;
const MORNING_HOURS = 8;

const noOffer: Refusal = { refused: 'offer-not-found', detail: 'Nothing of this kind is offered to you.' };

/** Eight in the morning of the next day in Shanghai. */
export const nextMorning = (at: Date): Date => {
  const midnight = Math.floor((at.getTime() + shanghaiMs) / dayMs) * dayMs - shanghaiMs;
  return new Date(midnight + dayMs + MORNING_HOURS * 60 * 60 * 1000);
};

const isForgotten = ({ refusedAt }: Offer, now: Date): boolean =>
  refusedAt !== undefined && now.getTime() - refusedAt.getTime() >= REMEMBERED_DAYS * dayMs;

/** What one person is told that they may apply for 主动告知, once by item: said again it is the same, and a refusal is remembered. */
export const offers: Decider<OffersState, OffersCommand, OffersEvent> = {
  initial: () => ({ offers: [] }),
  decide(command, state, at): readonly OffersEvent[] | Refusal {
    const offerOf = (item: string) => state.offers.find((each) => each.item === item);
    switch (command.type) {
      case 'MakeOffers': {
        const { items, toldBy, since } = command;
        const free = items.filter((item) => {
          const before = offerOf(item);
          return before === undefined || isForgotten(before, at);
        });
        return free.map((item) => ({ type: 'OfferMade', item, toldBy, since }));
      }
      case 'OpenOffers':
        return state.offers
          .filter(({ status, since }) => status === 'due' && nextMorning(since) <= at)
          .map(({ item }) => ({ type: 'OfferOpened', item }));
      case 'RefuseOffer': {
        const { item } = command;
        const status = offerOf(item)?.status;
        if (status === 'refused') return [];
        return status === 'open' ? [{ type: 'OfferRefused', item, at }] : noOffer;
      }
    }
  },
  evolve({ offers: before }, event) {
    if (event.type === 'OfferMade') {
      const { item, toldBy, since } = event;
      return { offers: [...before.filter((each) => each.item !== item), { item, toldBy, since, status: 'due' }] };
    }
    const changed = (each: Offer): Offer =>
      event.type === 'OfferOpened' ? { ...each, status: 'open' } : { ...each, status: 'refused', refusedAt: event.at };
    return { offers: before.map((each) => (each.item === event.item ? changed(each) : each)) };
  },
  timeout({ offers: all }) {
    const due = all.filter(({ status }) => status === 'due').map(({ since }) => nextMorning(since).getTime());
    return due.length > 0 ? { at: new Date(Math.min(...due)), command: { type: 'OpenOffers' } } : undefined;
  },
};
