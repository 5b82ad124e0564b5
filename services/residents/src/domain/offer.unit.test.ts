import { isRefusal } from '@lianban/model';
import { type OffersCommand, type OffersState, nextMorning, offers } from './offer';

const since = new Date('2026-03-02T02:00:00Z');
const item = 'disability-living-subsidy';
const told = { item, toldBy: 'social-welfare', since };
const make = { type: 'MakeOffers', items: [item], toldBy: 'social-welfare', since } as const;
const refuse = { type: 'RefuseOffer', item } as const;

const after = (...acts: readonly (readonly [command: OffersCommand, at: string])[]): OffersState =>
  acts.reduce<OffersState>((state, [command, at]) => {
    const events = offers.decide(command, state, new Date(at));
    return isRefusal(events) ? state : events.reduce(offers.evolve, state);
  }, offers.initial('o-1'));
const made = [make, '2026-03-02T02:00:00Z'] as const;
const opened = [made, [{ type: 'OpenOffers' }, '2026-03-03T00:00:00Z']] as const;
const refused = [...opened, [refuse, '2026-03-04T02:00:00Z']] as const;
const only = (state: OffersState) => state.offers.map(({ status }) => status);

// areas.md §9: new holders are told daily; a refusal is remembered 12 months.
test('it is offered the next morning, once', () => {
  const due = after(made);
  expect(offers.timeout?.(due)).toEqual({ at: new Date('2026-03-03T00:00:00Z'), command: { type: 'OpenOffers' } });
  expect(offers.decide({ type: 'OpenOffers' }, due, new Date('2026-03-02T23:59:59Z'))).toEqual([]);
  expect(after(...opened).offers).toEqual([{ ...told, status: 'open' }]);
  expect(offers.timeout?.(after(...opened))).toBeUndefined();
  expect(offers.decide(make, after(...opened), since)).toEqual([]);
});

test.each([
  ['2026-03-02T15:59:59.999Z', '2026-03-03T00:00:00Z'],
  ['2026-03-02T16:00:00Z', '2026-03-04T00:00:00Z'],
])('what is said at %s is offered at %s', (at, morning) => {
  expect(nextMorning(new Date(at))).toEqual(new Date(morning));
});

test('refused, it is not offered again for a year, whatever is said; another item is', () => {
  expect(only(after(...refused))).toEqual(['refused']);
  expect(only(after(...refused, [make, '2027-03-04T01:59:59Z']))).toEqual(['refused']);
  expect(only(after(...refused, [make, '2027-03-04T02:00:00Z']))).toEqual(['due']);
  const both = { ...make, items: [item, 'disability-nursing-subsidy'] };
  expect(only(after(...refused, [both, '2026-04-01T02:00:00Z']))).toEqual(['refused', 'due']);
  expect(offers.decide(refuse, after(...refused), since)).toEqual([]);
});

test('what nobody was offered cannot be refused', () => {
  expect(offers.decide(refuse, after(), since)).toMatchObject({ refused: 'offer-not-found' });
  expect(offers.decide(refuse, after(made), since)).toMatchObject({ refused: 'offer-not-found' });
});
