import type { FormField } from '@lianban/rest-client';
import type { BilingualText } from '../page/reader';

export const fields = {
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  unanswered: { zh: '未填写', en: 'Not answered' },
  optional: { zh: '（选填）', en: ' (optional)' },
  yuan: { zh: '元', en: 'yuan' },
  dayHint: { zh: '例如 2026-01-31', en: 'For example 2026-01-31' },
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
  number: { zh: '请写数字，例如 24', en: 'Write a number, for example 24' } as BilingualText,
  whole: { zh: '请写整数', en: 'Write a whole number' } as BilingualText,
  atLeast: (least: string): BilingualText => ({ zh: `不能小于 ${least}`, en: `It must be ${least} or more` }),
  atMost: (most: string): BilingualText => ({ zh: `不能大于 ${most}`, en: `It must be ${most} or less` }),
  tooLong: (most: number): BilingualText => ({ zh: `最多 ${most} 个字`, en: `Use ${most} characters or fewer` }),
} as const;
