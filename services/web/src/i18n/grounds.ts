import type { Ground, Item } from '@lianban/rest-client';
import type { BilingualText } from '../page/reader';
import { list } from '../parts/format';
import { reasons } from './reasons';

const anotherOne: BilingualText = { zh: '其他情形', en: 'another one' };

interface GroundWords {
  readonly rule: BilingualText;
  readonly text: BilingualText;
}

/** What the platform itself gives as a ground, in any department. */
const everywhere: Readonly<Record<string, GroundWords>> = {
  'officer-refused': {
    rule: { zh: '经办人的认定', en: 'The officer’s finding' },
    text: { zh: '经办人不予批准：{reason}。', en: 'The officer refused: {reason}.' },
  },
  'granted-once': {
    rule: { zh: '同一待遇不重复给付', en: 'The same benefit is granted once' },
    text: {
      zh: '同一待遇已在办件 {number} 中申领。',
      en: 'The same benefit was applied for in application {number}.',
    },
  },
};

/** A ground the catalogue has no words for: the department explains it in English only. */
export const wordless = ({ rule, explanation }: Ground): GroundWords => ({
  rule: { zh: rule, en: rule },
  text: { zh: '详细说明请向办理部门或 12345 咨询。', en: explanation },
});

/**
 * A ground in words: those of the department's catalogue, with its facts in their places. Undefined for a ground the catalogue has no
 * words of.
 */
export function groundWords({ code = '', facts = {} }: Ground, item: Item | undefined): GroundWords | undefined {
  const found = item?.grounds?.find((each) => each.code === code) ?? everywhere[code];
  if (!found) return undefined;
  const named = (part: string): BilingualText =>
    [...(item?.words ?? []), ...(item?.reasons ?? [])].find((word) => word.code === part)?.label ??
    reasons[part] ??
    anotherOne;
  // Codes are named; amounts, versions and numbers stand as they are.
  const inPlace = (value: string): BilingualText =>
    list(value.split(', ').map((part) => (/^[a-z]+(-[a-z]+)*$/.test(part) ? named(part) : { zh: part, en: part })));
  const filled = (language: keyof BilingualText) =>
    found.text[language].replace(/\{(\w+)\}/g, (_, name: string) => inPlace(facts[name] ?? '…')[language]);
  return { rule: found.rule, text: { zh: filled('zh'), en: filled('en') } };
}
