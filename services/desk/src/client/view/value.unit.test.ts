import { type Wording, valueText } from './value';

const wording: Wording = {
  text: (of) => of?.zh ?? '',
  word: (code) => ({ seat: '名额', granted: '准予' })[code] ?? code,
  count: (of, name) => (name === 'homes' ? `${of} 套` : String(of)),
  yes: '是',
  no: '否',
};
const shown = (value: unknown, field: { name?: string } = {}) =>
  valueText(value, field.name ?? '', field as Parameters<typeof valueText>[2], wording);

test.each<[unknown, object | undefined, string]>([
  [true, undefined, '是'],
  [null, undefined, '—'],
  [148000, { name: 'savingsCents' }, '¥1,480.00'],
  [148000, { name: 'savings', format: 'cents' }, '¥1,480.00'],
  [40, { name: 'premisesArea' }, '40'],
  [{ homes: 1 }, undefined, 'homes：1 套'],
  ['dismissed', { name: 'reason', choices: [{ code: 'dismissed', label: { zh: '被辞退' } }] }, '被辞退'],
  ['other', { name: 'reason', choices: [] }, 'other'],
  [{ seat: 1, feeCents: 100 }, undefined, '名额：1 · feeCents：¥1.00'],
  [{ outcome: 'granted' }, undefined, 'outcome：准予'],
  [['a', false], undefined, 'a、否'],
  ['a\u202eb', { name: 'note' }, '\u2068ab\u2069'],
])('%j is read as %s', (value, field, text) => {
  expect(shown(value, field)).toBe(text);
});
