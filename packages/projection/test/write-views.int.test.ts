import { Servers, upTo } from '@lianban/testing';
import type { ViewEvent } from '../src/read-event';
import { type Views, writeViews } from '../src/write-views';

type Line = readonly string[];
const servers = new Servers();
const views = servers.db('views').collection('lines') as unknown as Views<Line>;
afterAll(() => servers.close());

const event = (id: string, place: string, sequence: number): ViewEvent<Line> => ({
  ...{ is: 'event', topic: 'counting.v1', id, place, sequence },
  apply: (line) => [...line, `${place}${sequence}`],
});

test('processes that write the same documents at once lose nothing and do nothing twice', async () => {
  const ids = upTo(10).map((n) => `A/${n}`);
  const writer = async (...places: string[]) => {
    for (const sequence of upTo(8)) {
      const events = ids.flatMap((id) => places.map((place) => event(id, place, sequence)));
      await writeViews(views, [], events);
    }
  };
  // Two of them read the same partition, as during a rebalance.
  await Promise.all([writer('p'), writer('p'), writer('q', 'r')]);

  const found = await views.find({}).toArray();
  expect(found).toHaveLength(10);
  for (const { view, seen } of found) {
    expect(seen).toEqual({ p: 8, q: 8, r: 8 });
    expect(view.toSorted()).toEqual(['p', 'q', 'r'].flatMap((place) => upTo(8).map((n) => `${place}${n}`)));
  }
});
