import type { Ground, Item, Text } from '@lianban/rest-client';

const everywhere: NonNullable<Item['grounds']> = [
  {
    code: 'officer-refused',
    rule: { zh: '经办人的认定', en: 'The officer’s finding' },
    text: { zh: '经办人没有批准：{reason}。', en: 'The officer refused: {reason}.' },
  },
];

/**
 * A ground in the catalogue's words, its facts filled in; the department's English explanation when the catalogue has no words
 * for it.
 * @param say picks the officer's language
 * @param named gives the text of a code among the facts
 */
export function groundWords(
  { code, facts = {}, rule, explanation }: Ground,
  items: readonly Item[],
  say: (text: Text) => string,
  named: (code: string) => string,
): { readonly rule: string; readonly text: string } {
  const found = [...items.flatMap(({ grounds = [] }) => grounds), ...everywhere].find((each) => each.code === code);
  if (!found) return { rule, text: explanation };
  const word = (part: string): string => {
    const label = items.flatMap(({ words = [] }) => words).find((each) => each.code === part)?.label;
    return label ? say(label) : named(part);
  };
  const inPlace = (value: string): string =>
    value
      .split(', ')
      .map((part) => (/^[a-z]+(-[a-z]+)*$/.test(part) ? word(part) : part))
      .join(say({ zh: '、', en: ', ' }));
  const text = say(found.text).replace(/\{(\w+)\}/g, (_, name: string) => inPlace(facts[name] ?? '…'));
  return { rule: say(found.rule), text };
}
