import type { Template } from './template';

// One entry a kind of event. What happened, what to do, until when, where; and nothing personal outside the inbox.

const look = { zh: '详情请登录：{link}', en: 'Sign in to read it: {link}' };
const push = (zh: string, en: string) => ({ zh: `${zh}${look.zh}`, en: `${en} ${look.en}` });

export const templates: readonly Template[] = [
  {
    ...{ code: 'received', version: 1, class: 'service', dated: false },
    title: { zh: '申请已提交', en: 'Application submitted' },
    inbox: { zh: '{whose} {number} 已提交。', en: '{whose}, {number}, was submitted.' },
    push: push('{whose}已提交。', '{whose} was submitted.'),
  },
  {
    ...{ code: 'supplement-requested', version: 1, class: 'legal', dated: true },
    title: { zh: '需要补正材料', en: 'Something is missing' },
    inbox: {
      zh: '{whose} {number} 需要补正材料，请在{until}前提交；逾期将按规定不予批准。',
      en: '{whose}, {number}, lacks something. Send it by {until}: afterwards it is refused by rule.',
    },
    push: push('{whose}需要补正材料，请在{until}前提交。', '{whose} lacks something. Send it by {until}.'),
  },
  {
    ...{ code: 'supplement-received', version: 1, class: 'service', dated: false },
    title: { zh: '补正材料已收到', en: 'What was missing was received' },
    inbox: { zh: '{whose} {number} 的补正材料已收到。', en: '{whose}, {number}: what was missing was received.' },
  },
  {
    ...{ code: 'payable', version: 1, class: 'service', dated: true },
    title: { zh: '需要缴费', en: 'A fee is to be paid' },
    inbox: {
      zh: '{whose} {number} 需要缴费，请在{until}前缴清。',
      en: '{whose}, {number}, has a fee to be paid by {until}.',
    },
    push: push('{whose}需要缴费，请在{until}前缴清。', '{whose} has a fee to be paid by {until}.'),
  },
  {
    ...{ code: 'refused', version: 1, class: 'legal', dated: false },
    title: { zh: '有一个事项不予批准', en: 'One part was refused' },
    inbox: {
      zh: '{whose} {number} 有一个事项不予批准。理由和救济途径见决定书。',
      en: '{whose}, {number}: one part was refused. The decision says why, and what can be done about it.',
    },
    push: push('{whose}有一个事项已作出决定。', 'A decision was made about one part. {whose} shows it.'),
  },
  {
    ...{ code: 'corrected', version: 1, class: 'legal', dated: false },
    title: { zh: '决定已更正', en: 'A decision was corrected' },
    inbox: {
      zh: '{whose} {number} 的一项决定已更正，请查看新的决定书。',
      en: '{whose}, {number}: a decision was corrected. Read the new one.',
    },
    push: push('{whose}的一项决定已更正。', 'A decision was corrected. {whose} shows it.'),
  },
  {
    ...{ code: 'revoked', version: 1, class: 'legal', dated: false },
    title: { zh: '已准予的事项被撤回', en: 'A grant was taken back' },
    inbox: {
      zh: '{whose} {number} 有一个已准予的事项被撤回。',
      en: '{whose}, {number}: a part that had been granted was taken back.',
    },
    push: push('{whose}有一个事项发生变更。', 'One part was changed. {whose} shows it.'),
  },
  {
    ...{ code: 'objection-received', version: 1, class: 'service', dated: false },
    title: { zh: '异议已收到', en: 'Objection received' },
    inbox: { zh: '对{whose} {number} 提出的异议已收到。', en: '{whose}, {number}: the objection was received.' },
  },
  {
    ...{ code: 'withdrawn', version: 1, class: 'service', dated: false },
    title: { zh: '申请已撤回', en: 'Application withdrawn' },
    inbox: { zh: '{whose} {number} 已撤回。', en: '{whose}, {number}, was withdrawn.' },
    push: push('{whose}已撤回。', '{whose} was withdrawn.'),
  },
  {
    ...{ code: 'ended', version: 1, class: 'legal', dated: false },
    title: { zh: '办件已办结', en: 'Application completed' },
    inbox: {
      zh: '{whose} {number} 已办结，请查看各事项的决定书。',
      en: '{whose}, {number}, is completed. Read the decisions of its parts.',
    },
    push: push('{whose}已办结。', '{whose} is completed.'),
  },
  {
    ...{ code: 'reminder', version: 1, class: 'reminder', dated: true },
    title: { zh: '期限将至', en: 'A deadline is near' },
    inbox: {
      zh: '{whose} {number} 还在等您办理，期限是{until}。',
      en: '{whose}, {number}, still waits for you, until {until}.',
    },
    push: push('{whose}还在等您办理，期限是{until}。', '{whose} still waits for you, until {until}.'),
  },
];

const byCode = new Map(templates.map((each) => [each.code, each]));
/** Undefined of a template that this release does not have. */
export const templateOf = (code: string): Template | undefined => byCode.get(code);
