import type { BilingualText } from '../page/reader';

const days = (count: number): BilingualText => ({
  zh: `${count} 个工作日`,
  en: count === 1 ? '1 working day' : `${count} working days`,
});

export const guide = {
  days,
  online: { zh: '线上、窗口都能办，是同一件', en: 'Online or at a counter, it is the same application' },
  onThisPage: { zh: '本页内容', en: 'On this page' },
  summary: { zh: '概要', en: 'At a glance' },
  departments: { zh: '联合办理', en: 'Departments' },
  longest: { zh: '最长承诺时限', en: 'Longest promised limit' },
  fee: { zh: '收费', en: 'Fee' },
  free: { zh: '不收费', en: 'Free' },
  where: { zh: '办理方式', en: 'Where' },
  start: { zh: '开始申请', en: 'Apply now' },
  startHint: {
    zh: '需要登录。中途可以保存，换一台设备继续填写。',
    en: 'You sign in first. You can stop and continue later, on any device.',
  },
  check: { zh: '办前自测：两分钟看看能不能办，不用登录', en: 'Check first if you can apply (two minutes, no sign-in)' },
  items: { zh: '这一件事包含', en: 'What it contains' },
  materials: { zh: '要准备的材料', en: 'What to have ready' },
  noMaterials: { zh: '不用交材料。', en: 'No material is needed.' },
  usedFor: (item: BilingualText): BilingualText => ({ zh: `用于${item.zh}`, en: `For: ${item.en}` }),
  shares: { zh: '会查询您的哪些数据', en: 'Data we will check' },
  asks: (department: BilingualText, from: BilingualText): BilingualText => ({
    zh: `${department.zh}向${from.zh}查询`,
    en: `${department.en} asks ${from.en}`,
  }),
  withConsent: { zh: '经您同意', en: 'with your consent' },
  byDuty: { zh: '依法定职责', en: 'by statutory duty' },
  department: { zh: '部门', en: 'Department' },
  promised: { zh: '承诺时限', en: 'Promised limit' },
  statutory: { zh: '法定时限', en: 'Statutory limit' },
  decided: { zh: '办理方式', en: 'How it is decided' },
  byRule: { zh: '按公开规则当场核对', en: 'by a published rule' },
  byOfficer: { zh: '经办人审核，必要时上门', en: 'by an officer, with a visit where needed' },
  condition: { zh: '条件', en: 'Condition' },
  always: { zh: '必办事项', en: 'Always included' },
  after: (names: BilingualText): BilingualText => ({
    zh: `等“${names.zh}”有结果后开始`,
    en: `Begins after “${names.en}”`,
  }),
  atOnce: { zh: '提交后立即开始', en: 'Begins when you apply' },
  limitsMeaning: {
    zh: '时限从受理的第二天起算。写“工作日”的只算工作日，写“日”的节假日也算。需要补正材料时，时限暂停。',
    en: 'Limits count from the day after acceptance: working days, unless it says that holidays are included. They are paused while something is missing.',
  },
  complain: { zh: '咨询与投诉', en: 'Questions and complaints' },
  court: {
    zh: '对决定不服的，也可以自知道之日起 6 个月内向人民法院提起行政诉讼。',
    en: 'Against a decision you may also go to court within 6 months of learning of it.',
  },
  who: { zh: '谁可以申请', en: 'Who can apply' },
  basis: { zh: '法律依据', en: 'Legal basis' },
  colon: { zh: '：', en: ': ' },
} as const;

const grades: Readonly<Record<string, BilingualText>> = {
  A: { zh: '电子证照，部门直接调取', en: 'Electronic certificate, fetched by the department' },
  B: { zh: '窗口核验过的，可以重复使用', en: 'Checked at a counter once, can be used again' },
  C: { zh: '拍照或扫描上传，原件以后核对', en: 'Photo or scan; the original is checked later' },
  D: { zh: '自己填写并承诺属实', en: 'Written by yourself, promising that it is true' },
};

export const gradeName = (grade: string): BilingualText => grades[grade] ?? { zh: grade, en: grade };
