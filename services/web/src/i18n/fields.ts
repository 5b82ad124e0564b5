import type { FormField } from '@lianban/rest-client';
import type { BilingualText } from '../page/reader';
import { grouped } from '../parts/format';

export const fields = {
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  unanswered: { zh: '未填写', en: 'Not answered' },
  optional: { zh: '（选填）', en: ' (optional)' },
  yuan: { zh: '元', en: 'yuan' },
  dayHint: { zh: '写成年-月-日，例如 2026-01-31', en: 'Year, month and day, for example 2026-01-31' },
  amountHint: { zh: '填数字，例如 8000 或 8000.50', en: 'A number, for example 8000 or 8000.50' },
} as const;

export const errors = {
  title: { zh: '请更正以下问题', en: 'There is a problem' },
} as const;

export const problems = {
  required: ({ label, type }: Pick<FormField, 'label' | 'type'>): BilingualText =>
    type === 'boolean' || type === 'choice'
      ? { zh: `请选择：${label.zh}`, en: `Choose an answer: ${label.en}` }
      : { zh: `请填写：${label.zh}`, en: `Enter: ${label.en}` },
  choose: { zh: '请从列出的答案里选一个', en: 'Choose one of the answers' } as BilingualText,
  day: { zh: '日期要写成 2026-01-31 这样，并且真有这一天', en: 'Write a real date like 2026-01-31' } as BilingualText,
  amount: {
    zh: '金额要写成数字，最多两位小数，例如 8000.50',
    en: 'Write the amount as a number with at most two decimals, like 8000.50',
  } as BilingualText,
  notBefore: (first: string): BilingualText => ({
    zh: `日期不能早于 ${first}`,
    en: `The date must be ${first} or later`,
  }),
  notAfter: (last: string): BilingualText => ({
    zh: `日期不能晚于 ${last}`,
    en: `The date must be ${last} or earlier`,
  }),
  notAfterToday: { zh: '日期不能晚于今天', en: 'The date must be today or earlier' } as BilingualText,
  number: { zh: '请写数字，例如 24', en: 'Write a number, for example 24' } as BilingualText,
  whole: { zh: '请写整数', en: 'Write a whole number' } as BilingualText,
  atLeast: (least: string): BilingualText => ({ zh: `不能小于 ${least}`, en: `It must be ${least} or more` }),
  atLeastYuan: (least: number): BilingualText => ({
    zh: `金额不能少于 ${grouped(least)} 元`,
    en: `The amount must be ${grouped(least)} yuan or more`,
  }),
  atMostYuan: (most: number): BilingualText =>
    most === Infinity
      ? { zh: '金额太大，请核对', en: 'The amount is too large: check it' }
      : { zh: `金额不能超过 ${grouped(most)} 元`, en: `The amount must be ${grouped(most)} yuan or less` },
  atMost: (most: string): BilingualText => ({ zh: `不能大于 ${most}`, en: `It must be ${most} or less` }),
  tooLong: (most: number): BilingualText => ({ zh: `最多 ${most} 个字`, en: `Use ${most} characters or fewer` }),
} as const;
