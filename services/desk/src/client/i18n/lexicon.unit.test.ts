import { wordOf } from './codes';
import { lexiconOf } from './lexicon';

const label = (zh: string, en: string) => ({ zh, en });
const lexicon = lexiconOf([
  {
    code: 'housing',
    name: label('住房局', 'Housing'),
    words: [
      { code: 'rooms', label: label('房间', 'Rooms'), unit: label('间', 'rooms') },
      { code: 'level', label: label('等级', 'Level'), unit: label('级', '') },
    ],
  },
  { code: 'parks', name: label('园林局', 'Parks'), words: [{ code: 'rooms', label: label('苗圃', 'Nurseries') }] },
]);

test('a code gets the platform’s text, then its department’s; nobody is shown the code of a later release', () => {
  expect(wordOf('granted', 'zh-CN', lexicon)).toBe('准予');
  expect(wordOf('housing', 'zh-CN', lexicon)).toBe('住房局');
  expect(wordOf('rooms', 'en', lexicon)).toBe('Rooms');
  expect(wordOf('of-tomorrow', 'en', lexicon)).toBe('other (not named yet)');
  expect(wordOf('XK-2026-1', 'en', lexicon)).toBe('XK-2026-1');
});

test.each([
  [2, 'rooms', '2 间', '2 rooms'],
  [1, 'rooms', '1 间', '1 room'],
  [3, 'level', '3 级', '3'],
  [4, 'trees', '4', '4'],
])('%i %s', (count, name, zh, en) => {
  expect(lexicon.counted(count, name, 'zh-CN')).toBe(zh);
  expect(lexicon.counted(count, name, 'en')).toBe(en);
});
