import { type IdentityKind, identityNames } from '@lianban/input';
import type { BilingualText } from '../page/reader';

export const me = {
  title: { zh: '我的数据', en: 'My data' },
  reads: { zh: '谁看过我的数据', en: 'Who read my data' },
  readsLead: {
    zh: '部门每一次查询都会记在这里，包括看了什么、为了哪件事。',
    en: 'Each time a department viewed your data is listed here: what it saw, and what for.',
  },
  noReads: { zh: '暂无查询记录。', en: 'Nobody has viewed your data.' },
  forCase: (number: string): BilingualText => ({ zh: `办件 ${number}`, en: `Application ${number}` }),
  purpose: (of: BilingualText): BilingualText => ({ zh: `目的：${of.zh}`, en: `Purpose: ${of.en}` }),
  times: (count: number, last: string, first: string): BilingualText => ({
    zh: `共 ${count} 次，最近一次 ${last}，第一次 ${first}`,
    en: `${count} times, last on ${last}, first on ${first}`,
  }),
  older: { zh: '更早的记录', en: 'Older entries' },
  latest: { zh: '回到最新的记录', en: 'Back to the latest' },
  withOwn: { zh: '也列出我自己的查看', en: 'Also list what I looked at myself' },
  withoutOwn: { zh: '不列出我自己的查看', en: 'Leave out what I looked at myself' },
  fields: (names: BilingualText): BilingualText => ({ zh: `内容：${names.zh}`, en: `What: ${names.en}` }),

  mandates: { zh: '代办委托', en: 'Permission to act' },
  mandatesLead: {
    zh: '家人可以替您办，您也可以替家人办。委托有期限，随时可以撤销；每一次代办都同时记下两个人。',
    en: 'A relative can act for you, or you for a relative. A permission to act ends on a day, can be revoked at any time, and everything done with it names both of you.',
  },
  received: { zh: '我可以代办的人', en: 'People you can act for' },
  given: { zh: '可以代我办理的人', en: 'People who can act for you' },
  none: { zh: '暂无。', en: 'None.' },
  guardian: {
    received: {
      zh: '您是监护人（按人口库登记，到孩子满 18 周岁为止）',
      en: 'You are their guardian by the register, until they are 18',
    },
    given: {
      zh: '您的监护人（按人口库登记，到您满 18 周岁为止）',
      en: 'Your guardian by the register, until you are 18',
    },
  },
  representative: {
    zh: '您是法定代表人（按登记信息，到登记变更为止）',
    en: 'You are its legal representative by the register, until that changes',
  },
  newFor: { zh: '代谁办理？', en: 'For whom may they act?' },
  newForMe: { zh: '代我本人', en: 'For me' },
  ask: { zh: '新增委托', en: 'Authorise someone, or ask to act' },
  act: { zh: '代其办理', en: 'Act for them' },
  confirm: { zh: '确认', en: 'Confirm' },
  refuse: { zh: '拒绝', en: 'Refuse' },
  revoke: { zh: '撤销', en: 'Revoke' },
  revokeTitle: { zh: '撤销这项委托？', en: 'Revoke this permission?' },
  revokeMeans: {
    zh: '撤销后立即失效，代办人不能再查看或办理；已经提交的申请继续办理。以后需要时可以重新委托。',
    en: 'It ends at once: the person acting can no longer see or do anything. Applications already submitted go on. You can give a new one later.',
  },
  revokeNot: { zh: '不撤销，返回', en: 'Keep it and go back' },
  until: (day: string): BilingualText => ({ zh: `到 ${day} 为止`, en: `until ${day}` }),
  unnamed: { zh: '姓名在确认后显示', en: 'Name shown once confirmed' },
  principal: { zh: '委托人', en: 'the person who authorised you' },
  oneMatter: { zh: '其中一件事', en: 'One of them' },
  everything: { zh: '所有事项', en: 'Everything' },
  settings: { zh: '语言与长辈版', en: 'Language and larger text' },

  newTitle: { zh: '新增委托', en: 'Permission to act' },
  newWho: { zh: '由谁代谁办理？', en: 'Who acts for whom?' },
  newReceived: {
    zh: '我代对方办理（需对方或窗口在 30 天内确认）',
    en: 'I want to act for somebody (they or a counter confirm it within 30 days)',
  },
  newGiven: { zh: '对方代我办理（立即生效）', en: 'Authorise someone to act for me (starts at once)' },
  newName: { zh: '对方的姓名', en: 'The other person’s name' },
  newIdKind: { zh: '对方用哪种证件登记？', en: 'Which document is the other person registered with?' },
  newIdNumber: { zh: '对方的证件号码', en: 'The number on this document' },
  newIdNumberHint: {
    zh: '姓名和证件号码都要和登记的一致；只用来找到对方。',
    en: 'Name and number must be as registered; they serve to find the person and for nothing else.',
  },
  newPackages: { zh: '可以办哪些事？', en: 'What for?' },
  newUntil: { zh: '到哪一天为止？', en: 'Until which day?' },
  newSend: { zh: '提交', en: 'Send' },
  whoMissing: { zh: '请选择由谁代谁办理', en: 'Choose who acts for whom' },
  idNumberWrong: (kind: IdentityKind): BilingualText =>
    kind === 'identity-card'
      ? {
          zh: '请填写 18 位身份证号，并核对最后一位',
          en: 'Enter the 18 characters of the ID number, and check the last one',
        }
      : {
          zh: `请填写${identityNames[kind].zh}上的号码，并核对证件种类`,
          en: 'Enter the number as it stands on the document, and check which document it is',
        },
  nameMissing: { zh: '请填写对方的姓名', en: 'Enter the other person’s name' },
  notIdentified: {
    zh: '姓名和证件号码对不上，或者没有登记。请核对这两项。',
    en: 'The name and the number do not belong together, or are not registered. Please check both.',
  },
  untilWrong: { zh: '日期要写成 2026-12-31 这样', en: 'Write a date like 2026-12-31' },
  notTaken: {
    zh: '提交未成功。请检查日期；不能委托自己，期限不能超过规定。',
    en: 'We could not accept this. Check the date: it must be within the limit. You cannot authorise yourself.',
  },
  guardianActs: {
    zh: '未满 18 周岁的人由监护人代办，不能给出、申请或确认委托。',
    en: 'Below 18 a guardian acts for you: there is no permission to give, ask for or confirm.',
  },
  tooManyAsks: {
    zh: '您申请的委托还有多项没有得到答复。请等对方确认，或者先撤销几项。',
    en: 'Several requests to act have not been answered yet. Wait for an answer, or revoke some of them first.',
  },
  whoIAm: (name: string, masked: string): BilingualText => ({
    zh: `${name}，证件号码 ${masked}`,
    en: `${name}, ID number ${masked}`,
  }),

  actingFor: (name: string): BilingualText => ({ zh: `您正在代${name}办理`, en: `You are acting for ${name}` }),
  theirApplications: (name: string): BilingualText => ({ zh: `${name}的办件`, en: `Applications of ${name}` }),
  theirThings: { zh: '代其申请', en: 'Apply for them' },
  stop: { zh: '结束代办', en: 'Stop acting for them' },
} as const;

const statuses: Readonly<Record<string, BilingualText>> = {
  asked: { zh: '待确认', en: 'Waiting to be confirmed' },
  'in-force': { zh: '有效', en: 'In force' },
  refused: { zh: '已拒绝', en: 'Refused' },
  revoked: { zh: '已撤销', en: 'Revoked' },
  lapsed: { zh: '已到期', en: 'Ended' },
};
export const mandateStatus = (status: string): BilingualText =>
  statuses[status] ?? { zh: '状态待确认', en: 'Status to be confirmed' };
