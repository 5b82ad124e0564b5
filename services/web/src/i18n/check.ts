import type { BilingualText } from '../page/reader';

export const check = {
  title: (name: BilingualText): BilingualText => ({
    zh: `办前自测：${name.zh}`,
    en: `Check what you can get: ${name.en}`,
  }),
  lead: {
    zh: '回答几个问题，看看能办哪些事项、为什么。无需登录，不会保存。',
    en: 'Answer a few questions and see which items would be asked for, and why. No sign-in, and nothing is stored.',
  },
  partly: { zh: '不确定的可以先空着。', en: 'Leave out what you are not sure of.' },
  button: { zh: '查看结果', en: 'Show the result' },
  result: { zh: '结果', en: 'The result' },
  onlyForecast: {
    zh: '这是按您的回答推算的，最后由各部门决定。',
    en: 'This follows from your answers; the departments decide.',
  },
  conditions: { zh: '为什么', en: 'Why' },
  waitsFor: (names: BilingualText): BilingualText => ({
    zh: `还需要知道：${names.zh}`,
    en: `Still needed: ${names.en}`,
  }),
  blocked: (names: BilingualText): BilingualText => ({
    zh: `因为不办理“${names.zh}”`,
    en: `Because “${names.en}” is not asked for`,
  }),
} as const;

const prospects: Readonly<Record<string, BilingualText>> = {
  asked: { zh: '会办理', en: 'Will be asked for' },
  'not-asked': { zh: '不办理', en: 'Will not be asked for' },
  open: { zh: '还不能确定', en: 'Not known yet' },
  later: { zh: '视前一事项结果而定', en: 'Depends on an earlier item' },
};
export const prospectName = (of: string): BilingualText => prospects[of] ?? prospects.open ?? { zh: of, en: of };

const verdicts: Readonly<Record<string, BilingualText>> = {
  met: { zh: '符合', en: 'Met' },
  'not-met': { zh: '不符合', en: 'Not met' },
  open: { zh: '未知', en: 'Not known' },
  later: { zh: '以后确定', en: 'Decided later' },
};
export const verdictName = (of: string): BilingualText => verdicts[of] ?? { zh: of, en: of };
