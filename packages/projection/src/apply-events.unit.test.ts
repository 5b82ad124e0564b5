import fc from 'fast-check';
import { applyEvents } from './apply-events';
import type { ViewEvent } from './read-event';
import { type ViewDocument, newView } from './view-document';

type Line = readonly string[];
const event = (place: string, sequence: number, apply = (view: Line): Line => [...view, `${place}${sequence}`]) =>
  ({ is: 'event', topic: 'permits.v1', id: 'A/x', place, sequence, apply }) satisfies ViewEvent<Line>;
const fold = (events: readonly ViewEvent<Line>[], from: ViewDocument<Line> = newView('A/x', [])) => {
  const { document, outcomes } = applyEvents(from, events);
  return { document, became: outcomes.map(({ became }) => became) };
};
const upTo = (place: string, n: number) => Array.from({ length: n }, (_, i) => event(place, i + 1));

test('a record that comes again changes nothing, wherever in the order it comes again', () => {
  const once = fold(upTo('p', 4)).document;
  fc.assert(
    fc.property(fc.array(fc.record({ after: fc.nat(3), back: fc.nat(3) }), { maxLength: 8 }), (repeats) => {
      const all = upTo('p', 4).flatMap((each, at) => [
        each,
        ...repeats.filter(({ after }) => after === at).map(({ back }) => event('p', Math.max(1, at + 1 - back))),
      ]);
      expect(fold(all).document).toEqual(once);
    }),
  );
});

test('it makes no difference in which batches records come', () => {
  const all = [event('p', 1), event('p', 3), event('q', 1), event('p', 2), event('p', 2), event('p', 3), event('q', 2)];
  fc.assert(
    fc.property(fc.nat(all.length), fc.nat(all.length), (one, another) => {
      const [first, second] = [Math.min(one, another), Math.max(one, another)];
      const batches = [all.slice(0, first), all.slice(first, second), all.slice(second)];
      expect(batches.reduce((from, batch) => fold(batch, from).document, newView<Line>('A/x', []))).toEqual(
        fold(all).document,
      );
    }),
  );
});

test('records that change nothing leave the very document, so that it is not written', () => {
  const { document } = fold([event('p', 1), event('p', 3)]);
  expect(fold([event('p', 1), event('p', 3)], document).document).toBe(document);
});

test('each subject is applied in its own order, whatever comes of others in between', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...'pppqqq'], { minLength: 6, maxLength: 6 }), (places) => {
      const next = new Map<string, number>();
      const all = places.map((place) => {
        next.set(place, (next.get(place) ?? 0) + 1);
        return event(place, next.get(place)!);
      });
      const { view, seen } = fold(all).document;
      expect(view.filter((each) => each.startsWith('p'))).toEqual(['p1', 'p2', 'p3']);
      expect(view.filter((each) => each.startsWith('q'))).toEqual(['q1', 'q2', 'q3']);
      expect(seen).toEqual({ p: 3, q: 3 });
    }),
  );
});

test('a record after a gap is left out with all that follow, other subjects go on, and the document says so', () => {
  const { document, became } = fold([event('p', 1), event('p', 3), event('q', 1), event('p', 4)]);
  expect(became).toEqual(['applied', 'gap', 'applied', 'behind']);
  expect(document).toMatchObject({ view: ['p1', 'q1'], seen: { p: 1, q: 1 }, stale: { p: 4 }, isStale: true });
});

test('once the missing record comes and the others come again, nothing is left of the gap', () => {
  const healed = fold([event('p', 1), event('p', 3), event('p', 2), event('p', 3)]).document;
  expect(healed).toEqual(fold(upTo('p', 3)).document);
  expect(fold([event('p', 1), event('p', 3), event('p', 2)]).document).toMatchObject({
    stale: { p: 3 },
    seen: { p: 2 },
  });
});

test('a record that cannot be applied is left out like one after a gap', () => {
  const broken = event('p', 2, () => {
    throw new Error('no amount');
  });
  const { document, became } = fold([event('p', 1), broken, event('p', 3)]);
  expect(became).toEqual(['applied', 'failed', 'behind']);
  expect(document).toMatchObject({ view: ['p1'], seen: { p: 1 }, stale: { p: 3 } });
});
