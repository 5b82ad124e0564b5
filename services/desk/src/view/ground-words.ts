import type { Ground, Item, Text } from '@lianban/rest-client';

const everywhere: NonNullable<Item['grounds']> = [
  {
    code: 'officer-refused',
    rule: { zh: '经办人的认定', en: 'The officer’s finding' },
    text: { zh: '经办人没有批准：{reason}。', en: 'The officer refused: {reason}.' },
  },
];

/**
 * A ground as the department's catalogue words it, with its facts in their places; as the department wrote it in English, when the
 * catalogue has no words of it.
 * @param say in the officer's language
 * @param named a code among the facts, in words
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
