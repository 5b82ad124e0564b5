import { isRefusal } from '@lianban/model';
import { type PageState, sealedPage } from './page';

const page = (hash: string) => ({
  ...{ number: 1, previous: '0', stretches: [], reach: [], since: 'r', hash },
  sealedAt: new Date('2026-03-02T01:00:00Z'),
});

function after(...hashes: readonly string[]): PageState {
  let state = sealedPage.initial('page-0000000001');
  for (const hash of hashes) {
    const events = sealedPage.decide({ type: 'SealPage', page: page(hash) }, state, page(hash).sealedAt);
    if (!isRefusal(events)) state = events.reduce(sealedPage.evolve, state);
  }
  return state;
}

test('a page stays as it was first sealed', () => {
  expect(after('a')).toEqual({ status: 'sealed', ...page('a') });
  expect(after('a', 'b')).toEqual(after('a'));
});
