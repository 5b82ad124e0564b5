import { isRefusal } from '@lianban/model';
import { type SaveDraft, draft } from './draft';

const NOW = new Date('2026-03-02T01:00:00Z');
const save: SaveDraft = { type: 'SaveDraft', residentId: 'r-1', forId: 'r-1', package: 'p', sealed: 'v1.x' };
const after = (...commands: readonly (SaveDraft | { type: 'DiscardDraft' })[]) =>
  commands.reduce((state, command) => {
    const said = draft.decide(command, state, NOW);
    return isRefusal(said) ? state : said.reduce(draft.evolve, state);
  }, draft.initial('r-1+r-1+p'));

test('the last one saved is kept', () => {
  expect(after(save, { ...save, sealed: 'v1.y' })).toMatchObject({ status: 'kept', sealed: 'v1.y', savedAt: NOW });
});

test('discarding leaves nothing of it, and can be said twice', () => {
  expect(after(save, { type: 'DiscardDraft' })).toEqual({ status: 'none' });
  expect(draft.decide({ type: 'DiscardDraft' }, { status: 'none' }, NOW)).toEqual([]);
});

test('more than a draft can hold is refused', () => {
  expect(draft.decide({ ...save, sealed: 'x'.repeat(256 * 1024 + 1) }, { status: 'none' }, NOW)).toMatchObject({
    refused: 'draft-too-large',
  });
});
