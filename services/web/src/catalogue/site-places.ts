import type { SearchEntry } from './entry';

/** Pages of this site that people search for by name. */
export const sitePlaces: readonly SearchEntry[] = [
  {
    path: '/settings',
    name: { zh: '长辈版', en: 'Larger text' },
    about: { zh: '大字、大按钮', en: 'Larger text and buttons, and the language' },
    keywords: ['老年版', '老人版', '关怀版', '大字版', '大字', '字太小', '语言', 'elder', 'language', 'large text'],
  },
  {
    path: '/applications',
    name: { zh: '我的办件', en: 'My applications' },
    about: { zh: '进度、补正、撤回', en: 'Progress, what is missing, withdrawal' },
    keywords: ['办件进度', '进度查询', '查进度', '补正', '补材料', '撤回', 'status', 'progress', 'withdraw'],
  },
  {
    path: '/me',
    name: { zh: '我的数据', en: 'My data' },
    about: { zh: '谁看过我的数据、代办委托', en: 'Who read my data, and mandates' },
    keywords: ['谁看过我的数据', '隐私', '代办', '委托', '亲友代办', '帮父母办', 'mandate', 'privacy'],
  },
  {
    path: '/me/entitlements',
    name: { zh: '我享受的待遇', en: 'What I draw' },
    about: {
      zh: '补贴、养老金、低保：标准、起止、停发原因',
      en: 'Allowances, pensions, dibao: how much, until when, why it stopped',
    },
    keywords: ['待遇', '津贴', '补贴发放', '停发', '多发', '复核', 'benefits', 'allowance', 'pension', 'what I draw'],
  },
  {
    path: '/help',
    name: { zh: '帮助', en: 'Help' },
    about: { zh: '怎么申请、怎么投诉、12345', en: 'How to apply, how to complain, 12345' },
    keywords: ['12345', '投诉', '咨询', '热线', '复议', '不会办', 'complaint', 'appeal'],
  },
];
