import type { BilingualText } from '../page/reader';

export const offers = {
  title: { zh: '您可能可以申请', en: 'What you may be able to apply for' },
  lead: {
    zh: '按部门已经掌握的情况，您可能可以申请下面的事项。是否符合条件，由部门审核后决定；不申请的，什么也不会开始。',
    en: 'By what departments know, you may be able to apply for these. The department decides whether the conditions are met; without an application nothing begins.',
  },
  none: { zh: '现在没有。', en: 'Nothing at the moment.' },
  forChild: { zh: '为您的孩子', en: 'For your child' },
  because: (fact: BilingualText, department: BilingualText, day: string): BilingualText => ({
    zh: `${fact.zh}（${department.zh} ${day} 告知）`,
    en: `${fact.en} (told by ${department.en} on ${day})`,
  }),
  law: (law: BilingualText): BilingualText => ({ zh: `依据：${law.zh}`, en: `By: ${law.en}` }),
  apply: { zh: '去申请', en: 'Apply' },
  applyFor: (name: BilingualText): BilingualText => ({ zh: `申请${name.zh}`, en: `Apply for ${name.en}` }),
  refuse: { zh: '我不需要', en: 'Not for me' },
  refuseHint: {
    zh: '选“我不需要”的，12 个月内不再提示；以后仍然可以申请。',
    en: 'After “Not for me” it is not shown for 12 months; you can still apply.',
  },
} as const;
