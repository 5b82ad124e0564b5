import { smsParts } from './sms-parts';
import { type Template, wrongIn } from './template';
import { templates } from './templates';

const sound: Template = {
  ...{ code: 'some', version: 1, class: 'service', dated: true },
  title: { zh: '题', en: 'Title' },
  inbox: { zh: '{number} {until}', en: '{number} {until}' },
  push: { zh: '{until} {link}', en: '{until} {link}' },
};
const both = (words: string) => ({ zh: words, en: words });

test('the templates of this city are sound', () => {
  expect(wrongIn(templates)).toEqual([]);
});

test.each<[string, Partial<Template>, string]>([
  ['a place that is missing', { inbox: both('{number}') }, '{until} is missing in inbox'],
  ['a message that says nowhere to look', { push: both('{until}') }, '{link} is missing in push'],
  ['a number outside the inbox', { push: both('{number} {until} {link}') }, '{number} may not stand in push'],
  ['a place nobody fills', { inbox: both('{number} {until} {name}') }, '{name} may not stand in inbox'],
  ['a title with a place', { title: both('{number}') }, '{number} may not stand in the title'],
  ['no title', { title: both(' ') }, 'has no title'],
  ['a long SMS', { push: both(`${'长'.repeat(140)}{until}{link}`) }, 'an SMS of 3 parts, at most 2'],
])('%s is told', (_what, change, sentence) => {
  expect(wrongIn([{ ...sound, ...change }]).join('\n')).toContain(sentence);
});

test('two of one code are told', () => {
  expect(wrongIn([sound, sound])).toEqual(['some: is there twice']);
});

// GSM 03.38: 160 characters of the basic alphabet, 153 in each of several; 70 and 67 of any other.
test.each([
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['a'.repeat(306), 2],
  ['a'.repeat(307), 3],
  ['€'.repeat(80), 1],
  ['€'.repeat(81), 2],
  ['长'.repeat(70), 1],
  ['长'.repeat(71), 2],
  ['长'.repeat(134), 2],
  ['长'.repeat(135), 3],
])('%.5s… is %d', (text, parts) => {
  expect(smsParts(text)).toBe(parts);
});
