import { isRefusal } from '@lianban/model';
import { type MaterialCommand, type MaterialState, isUpload, material } from './material';

const NOW = new Date('2026-03-02T01:00:00Z');
const whose = { ownerId: 'r-1', agentId: '' };
const begin: MaterialCommand = { type: 'BeginUpload', ...whose, fileType: 'image/png' };
const finish: MaterialCommand = { type: 'FinishUpload', size: 8, sha256: 'aa' };
const use: MaterialCommand = { type: 'UseMaterial', ownerId: 'r-1', grade: 'C', nth: 1 };
const discard: MaterialCommand = { type: 'DiscardMaterial', ...whose };
const giveUp: MaterialCommand = { type: 'GiveUpMaterial' };
const forget: MaterialCommand = { type: 'ForgetContent' };

const given = (...commands: readonly MaterialCommand[]): MaterialState =>
  commands.reduce<MaterialState>((state, command) => {
    const said = material.decide(command, state, NOW);
    if (isRefusal(said)) throw new Error(said.detail);
    return said.reduce(material.evolve, state);
  }, material.initial('FM1'));
const when = (state: MaterialState, command: MaterialCommand) => {
  const said = material.decide(command, state, NOW);
  return isRefusal(said) ? said.refused : said.map(({ type }) => type);
};

describe('an upload', () => {
  test('is kept when it is whole, and used once an application names it', () => {
    expect(given(begin)).toMatchObject({ status: 'uploading', content: null });
    expect(given(begin, finish)).toMatchObject({ status: 'kept', content: { size: 8, sha256: 'aa' } });
    expect(given(begin, finish, use, use)).toMatchObject({ status: 'used' });
  });

  test('is named only by its owner, only whole, and only as the copy it is; the refusal names the paper', () => {
    const refusal = (state: MaterialState, command: MaterialCommand) => material.decide(command, state, NOW);
    const notThere = { refused: 'invalid-materials', pointer: '/materials/1/reference' };
    expect(refusal(given(begin, finish), { ...use, ownerId: 'r-2' })).toMatchObject(notThere);
    for (const state of [given(), given(begin), given(begin, finish, discard, forget)])
      expect(refusal(state, use)).toMatchObject(notThere);
    for (const grade of ['A', 'B'])
      expect(refusal(given(begin, finish), { ...use, grade })).toMatchObject({
        refused: 'invalid-materials',
        pointer: '/materials/1/grade',
      });
    expect(when(given(begin, finish), { ...use, grade: 'D' })).toEqual(['MaterialUsed']);
  });

  test('that nobody names is doubted, and kept from then on, unless it is used or gone', () => {
    const later = new Date(NOW.getTime() + 1);
    expect(material.decide({ type: 'DoubtMaterial' }, given(begin, finish), later)).toEqual([
      { type: 'MaterialDoubted', at: later },
    ]);
    expect(given(begin, finish, { type: 'DoubtMaterial' }, { type: 'KeepMaterial' })).toMatchObject({ status: 'kept' });
    for (const state of [given(begin), given(begin, finish, use), given(begin, giveUp)])
      expect(when(state, { type: 'DoubtMaterial' })).toEqual([]);
  });

  test('can be taken away until an application names it', () => {
    expect(given(begin, finish, discard, forget)).toMatchObject({ status: 'gone' });
    expect(when(given(begin, finish, use), discard)).toBe('material-in-use');
    expect(when(given(begin, finish, use), giveUp)).toEqual([]);
    expect(when(given(begin, finish), { ...discard, ownerId: 'r-2' })).toBe('material-not-found');
    expect(when(given(begin, finish), { ...discard, agentId: 'r-3' })).toBe('material-not-found');
    expect(when(given(begin, finish, discard), use)).toBe('invalid-materials');
    expect(when(given(begin, giveUp), finish)).toBe('material-not-found');
  });
});

test('each application that names an upload is noted once, with the material it is named as', () => {
  const by = (application: string, code: string): MaterialCommand =>
    ({ ...use, use: { application, code } }) as MaterialCommand;
  const state = given(begin, finish, by('A-1', 'plan'), by('A-1', 'plan'), by('A-2', 'lease'));
  expect(state).toMatchObject({
    status: 'used',
    uses: [
      { application: 'A-1', code: 'plan' },
      { application: 'A-2', code: 'lease' },
    ],
  });
  expect(when(state, use)).toEqual([]);
});

test('the name its owner gave a file goes with its content', () => {
  const named = given({ ...begin, name: '户口本.jpg' } as MaterialCommand, finish);
  expect(named).toMatchObject({ name: '户口本.jpg' });
  expect(
    [discard, forget].reduce((state, command) => {
      const said = material.decide(command, state, NOW);
      return isRefusal(said) ? state : said.reduce(material.evolve, state);
    }, named),
  ).not.toHaveProperty('name');
});

test('only references made here lead to an upload', () => {
  expect(isUpload('FM3f0c9c1e-54a1-4a8e-8b39-0d6a2b1c9d10')).toBe(true);
  for (const other of ['upload-1', 'FM', 'FM3f0c9c1e', '']) expect(isUpload(other)).toBe(false);
});
