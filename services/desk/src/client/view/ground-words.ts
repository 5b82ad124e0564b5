import type { Ground, Item, Text } from '@lianban/rest-client';

const everywhere: NonNullable<Item['grounds']> = [
  {
    code: 'officer-refused',
    rule: { zh: '经办人的认定', en: 'The officer’s finding' },
    text: { zh: '经办人不予批准：{reason}。', en: 'The officer refused: {reason}.' },
  },
  {
    code: 'granted-once',
    rule: { zh: '同一待遇不重复给付', en: 'The same benefit is granted once' },
    text: {
      zh: '同一待遇已在办件 {number} 中申领。',
      en: 'The same benefit was applied for in application {number}.',
    },
  },
];

/** Which version of a text a ground stands on: a year of it, or the city's demo values. */
export function versionText(version: string, say: (text: Text) => string): string {
  const [, year] = /^demo-(\d{4})(?:-\d\d)?$/.exec(version) ?? [];
  if (year !== undefined) return say({ zh: `${year} 年演示标准`, en: `demo values of ${year}` });
  return /^\d{4}$/.test(version) ? say({ zh: `${version} 年版`, en: `version of ${version}` }) : '';
}

/**
 * A ground in the catalogue's words, its facts filled in. What the catalogue has no words for, a department explains in English only.
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
  if (!found) return { rule, text: say({ zh: '部门未给出中文说明', en: explanation }) };
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
