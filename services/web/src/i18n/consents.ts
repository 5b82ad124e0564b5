import type { BilingualText } from '../page/reader';

export const consents = {
  title: { zh: '同意数据查询', en: 'Consent' },
  told: { zh: '会查询您的哪些数据', en: 'Data we will check' },
  toldFor: (name: string): BilingualText => ({
    zh: `会查询${name}的哪些数据`,
    en: `Data about ${name} that we will check`,
  }),
  lead: {
    zh: '办这件事，部门要查询您的数据。请逐项选择；不同意的，这一项要等您另行授权后才能继续，其他事项照办。',
    en: 'For this matter departments ask about you. Decide on each. Where you do not agree, that item waits until you authorise it in another way; the others continue.',
  },
  you: { zh: '您', en: 'you' } as BilingualText,
  question: (department: BilingualText, from: BilingualText, whom: BilingualText): BilingualText => ({
    zh: `是否同意${department.zh}向${from.zh}查询${whom.zh}的数据？`,
    en: `Do you agree that ${department.en} asks ${from.en} about ${whom.en}?`,
  }),
  /** The same as something that is still to be done. */
  toDecide: (department: BilingualText, what: BilingualText): BilingualText => ({
    zh: `选择是否同意${department.zh}查询：${what.zh}`,
    en: `Decide whether ${department.en} may ask for: ${what.en}`,
  }),
  leadFor: (name: string): BilingualText => ({
    zh: `办这件事，部门要查询${name}的数据。请按${name}的意思逐项选择；不同意的，这一项要等另行授权后才能继续，其他事项照办。`,
    en: `For this matter departments ask about ${name}. Decide on each as ${name} wishes. Where they do not agree, that item waits until it is authorised in another way; the others continue.`,
  }),
  byDuty: (department: BilingualText, from: BilingualText, whom: BilingualText): BilingualText => ({
    zh: `${department.zh}依法向${from.zh}核查${whom.zh}的数据，无需另行授权`,
    en: `${department.en} asks ${from.en} about ${whom.en} by law; no consent is needed`,
  }),
  what: { zh: '查询内容', en: 'Data' },
  whatFor: { zh: '用途', en: 'Purpose' },
  forItem: { zh: '用于事项', en: 'Item' },
  law: { zh: '依据', en: 'Law' },
  agree: { zh: '同意', en: 'I agree' },
  disagree: { zh: '不同意', en: 'I do not agree' },
  disagreeMeans: {
    zh: '部门会请您补授权；在此之前，这一项的时限暂停。',
    en: 'The department will ask you for it, and its time limit is paused until then.',
  },
  choose: (department: BilingualText): BilingualText => ({
    zh: `请选择是否同意：${department.zh}`,
    en: `Choose whether you agree: ${department.en}`,
  }),
  changed: {
    zh: '说明刚刚有变化，请重新阅读后再选择',
    en: 'The words have just changed: please read them again and choose',
  },
  revocable: {
    zh: '同意以后可以在“我的数据”里撤回。',
    en: 'You can revoke it later under “My data”.',
  },
  needed: {
    zh: '部门等的就是这项同意。不同意的话，这一项不能继续。',
    en: 'The department is waiting for this consent. Without it the item cannot continue.',
  },

  mine: { zh: '我同意过的数据查询', en: 'What I agreed to' },
  mineLead: {
    zh: '撤回以后，部门不能再凭它查询；已经查过的不受影响。',
    en: 'Once you revoke a consent, the department is given nothing more. Data already shared is not affected.',
  },
  none: { zh: '暂无。', en: 'None.' },
  about: (department: BilingualText, item: BilingualText): BilingualText => ({
    zh: `${department.zh} · ${item.zh}`,
    en: `${department.en} · ${item.en}`,
  }),
  given: (day: string): BilingualText => ({ zh: `${day}同意`, en: `Given on ${day}` }),
  revoked: (day: string): BilingualText => ({ zh: `${day}撤回`, en: `Revoked on ${day}` }),
  onPaper: { zh: '书面授权', en: 'on paper' },
  atCounter: { zh: '在窗口', en: 'at a counter' },
  inForce: { zh: '有效', en: 'In force' },
  over: { zh: '已撤回', en: 'Revoked' },
  revoke: { zh: '撤回同意', en: 'Revoke' },
  revokeTitle: { zh: '撤回这项同意？', en: 'Revoke this consent?' },
  revokeNot: { zh: '不撤回，返回', en: 'Keep it and go back' },
} as const;
