import type { DepartmentFile, ItemEntry } from '@lianban/catalogue';
import { dayOf } from '../calendar/shanghai-day';
import type { Ground } from '../lifecycle/item';

/** A text in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export const same = (text: string): Text => ({ zh: text, en: text });

/** Codes that the lifecycle itself gives, in any department. */
const everywhere: Readonly<Record<string, Text>> = {
  'conditions-met': { zh: '符合条件', en: 'all conditions are met' },
  'already-granted': { zh: '已有同一待遇', en: 'the same is granted already' },
  'supplement-lapsed': { zh: '没有按时补正', en: 'what was missing was not handed in in time' },
  'waiting-list': { zh: '排队等候名额', en: 'waiting for a place' },
  withdrawn: { zh: '申请人撤回申请', en: 'the applicant withdrew' },
  'no-longer-wanted': { zh: '已不再需要', en: 'it is no longer wanted' },
  'decided-too-late': { zh: '决定时已不再需要', en: 'it was decided when nobody wanted it any more' },
  'facts-wrong': { zh: '决定所依据的事实有误', en: 'the facts it rested on were wrong' },
  'rule-misapplied': { zh: '适用规定有误', en: 'the rule was applied wrongly' },
  'untrue-material': { zh: '申请材料不真实', en: 'papers handed in were not true' },
  'procedure-broken': { zh: '办理程序不合法定要求', en: 'the procedure was not the one the law asks for' },
  'no-power': { zh: '超越了本单位的职权', en: 'the department had no power to decide it' },
  'clerical-error': { zh: '文字或计算有误', en: 'a slip in writing or reckoning' },
  'basis-revoked': { zh: '所依据的决定已被撤销', en: 'what it rested on was revoked' },
  'item-not-offered': { zh: '本单位不办理这个事项', en: 'the department does not offer this item' },
};

const unnamed: Text = { zh: '详情请向本单位咨询', en: 'please ask the department' };
const anotherOne: Text = { zh: '其他情形', en: 'another one' };

/** What the platform itself gives as a ground, in any department. */
const commonGrounds: Readonly<Record<string, { readonly rule: Text; readonly text: Text }>> = {
  'officer-refused': {
    rule: { zh: '经办人的认定', en: 'The officer’s finding' },
    text: { zh: '经办人认定：{reason}。', en: 'The officer found: {reason}.' },
  },
  'granted-once': {
    rule: { zh: '同一待遇不重复给付', en: 'The same benefit is granted once' },
    text: {
      zh: '同一待遇已在办件 {number} 中申领。',
      en: 'The same benefit was applied for in application {number}.',
    },
  },
};

type Labelled = { readonly code: string; readonly label: Text };

const labelled = ({ reasons, words }: DepartmentFile): readonly Labelled[] => [...reasons, ...words];

/** A coded reason in words; what somebody wrote in their own words stays as it is. No code is ever printed. */
export const reasonWords = (code: string, file: DepartmentFile): Text =>
  labelled(file).find((each) => each.code === code)?.label ??
  everywhere[code] ??
  (/^[\w.-]*$/.test(code) ? unnamed : same(code));

/** What is asked for: a material, or an answer of the form. */
export const wantedWords = (code: string, item: ItemEntry | undefined, file: DepartmentFile): Text =>
  item?.materials.find((each) => each.code === code)?.name ??
  item?.answers.find((each) => each.name === code)?.label ??
  labelled(file).find((each) => each.code === code)?.label ??
  unnamed;

/** A ground with its law and its facts in their places; undefined for one the catalogue has no words of. */
export function groundWords(
  { code, facts = {} }: Ground,
  file: DepartmentFile,
): { rule: Text; text: Text } | undefined {
  const found = file.grounds.find((each) => each.code === code) ?? commonGrounds[code];
  if (!found) return undefined;
  const named = (part: string): Text =>
    /^[a-z]+(-[a-z]+)*$/.test(part)
      ? (labelled(file).find((each) => each.code === part)?.label ?? everywhere[part] ?? anotherOne)
      : same(part);
  const inPlace = (value: string, language: keyof Text): string =>
    value
      .split(', ')
      .map((part) => named(part)[language])
      .join(language === 'zh' ? '、' : ', ');
  const filled = (language: keyof Text): string =>
    found.text[language].replace(/\{(\w+)\}/g, (_, name: string) => inPlace(facts[name] ?? '…', language));
  return { rule: found.rule, text: { zh: filled('zh'), en: filled('en') } };
}

/** What the decision says, as far as its item tells the applicant. */
export const factLines = (facts: Readonly<Record<string, unknown>>, item: ItemEntry | undefined): readonly Text[] =>
  (item?.facts ?? []).flatMap((fact) => {
    const value = facts[fact.name];
    if (!fact.shown || (typeof value !== 'string' && typeof value !== 'number')) return [];
    const shown = fact.format === 'cents' ? yuan(Number(value)) : same(String(value));
    return [{ zh: `${fact.label.zh}：${shown.zh}`, en: `${fact.label.en}: ${shown.en}` }];
  });

const yuan = (cents: number): Text => {
  const amount = (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return { zh: `${amount} 元`, en: `¥${amount}` };
};

const months = 'January February March April May June July August September October November December'.split(' ');

/** 2026年3月4日, or 4 March 2026: the day in Asia/Shanghai. */
export const dayWords = (at: Date): Text => {
  const [year = '', month = '', day = ''] = dayOf(at).split('-');
  return {
    zh: `${year}年${Number(month)}月${Number(day)}日`,
    en: `${Number(day)} ${months[Number(month) - 1]} ${year}`,
  };
};
