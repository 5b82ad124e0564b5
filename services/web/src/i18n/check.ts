import type { BilingualText } from '../page/reader';

export const check = {
  title: (name: BilingualText): BilingualText => ({
    zh: `办前自测：${name.zh}`,
    en: `Check if you can apply: ${name.en}`,
  }),
  lead: {
    zh: '回答几个问题，马上看到每个事项能不能办、为什么。无需登录，不会保存。',
    en: 'Answer a few questions and see for each item whether you can apply, and why. No sign-in, and nothing is stored.',
  },
  partly: { zh: '不确定的可以先空着。', en: 'Leave out what you are not sure of.' },
  button: { zh: '查看结果', en: 'Show the result' },
  result: { zh: '自测结果', en: 'Your result' },
  again: { zh: '修改回答', en: 'Change your answers' },
  about: { zh: '申请人', en: 'The person who applies' },
  born: { zh: '申请人的出生日期', en: 'Birth date of the person who applies' },
  registered: { zh: '申请人已在本市登记（户籍或居住证）', en: 'The person who applies is registered in this city' },
  ageOutside: (who: BilingualText, law: BilingualText): BilingualText => ({
    zh: `年龄不符合：${who.zh}（${law.zh}）`,
    en: `Not within the age limits: ${who.en} (${law.en})`,
  }),
  notRegistered: {
    zh: '申请人没有在本市登记。请先到户籍窗口登记。',
    en: 'The person who applies is not registered here. Register at a registration counter first.',
  } as BilingualText,
  tell: (label: BilingualText): BilingualText => ({ zh: `还需要知道：${label.zh}`, en: `Still needed: ${label.en}` }),
  decided: { zh: '可以申请，由工作人员审核后决定。', en: 'You can apply; an officer decides.' },
  byRule: { zh: '可以申请，按公开的规则决定。', en: 'You can apply; a published rule decides.' },
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
  asked: { zh: '可以办理', en: 'Yes' },
  'not-asked': { zh: '不能办理', en: 'No' },
  open: { zh: '视情况而定', en: 'It depends' },
  later: { zh: '视前一事项结果而定', en: 'It depends on an earlier item' },
};
export const prospectName = (of: string): BilingualText => prospects[of] ?? prospects.open ?? { zh: of, en: of };

const verdicts: Readonly<Record<string, BilingualText>> = {
  met: { zh: '符合', en: 'Met' },
  'not-met': { zh: '不符合', en: 'Not met' },
  open: { zh: '未知', en: 'Not known' },
  later: { zh: '以后确定', en: 'Decided later' },
};
export const verdictName = (of: string): BilingualText => verdicts[of] ?? { zh: of, en: of };
