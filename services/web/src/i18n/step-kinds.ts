import type { BilingualText } from '../page/reader';

/** What statuses of steps mean where the step is no decision; those that are not here mean the same for every kind. */
export const statusNames: Readonly<Record<string, Readonly<Record<string, BilingualText>>>> = {
  payment: {
    requested: { zh: '正在生成缴费单', en: 'The bill is being made out' },
    granted: { zh: '已缴费', en: 'Paid' },
    refused: { zh: '未缴费', en: 'Not paid' },
    compensating: { zh: '退款中', en: 'Being refunded' },
    compensated: { zh: '已退款', en: 'Refunded' },
  },
  document: {
    requested: { zh: '等待制作', en: 'Waiting to be made' },
    granted: { zh: '已签发', en: 'Issued' },
    refused: { zh: '未签发', en: 'Not issued' },
    compensating: { zh: '撤销中', en: 'Being revoked' },
    compensated: { zh: '已撤销', en: 'Revoked' },
  },
  booking: {
    requested: { zh: '正在安排', en: 'Being arranged' },
    granted: { zh: '已完成', en: 'Attended' },
    refused: { zh: '未完成', en: 'Did not take place' },
    compensating: { zh: '正在取消预约', en: 'Being called off' },
    compensated: { zh: '预约已取消', en: 'Called off' },
  },
};

/** The same of the lines of the timeline. */
export const happeningNames: Readonly<Record<string, Readonly<Record<string, BilingualText>>>> = {
  payment: {
    requested: { zh: '送去生成缴费单', en: 'A bill was asked for' },
    granted: { zh: '已缴费', en: 'Paid' },
    refused: { zh: '未缴费', en: 'Not paid' },
    'compensation-requested': { zh: '退款中', en: 'Being refunded' },
    compensated: { zh: '已退款', en: 'Refunded' },
    'taken-over': { zh: '平台人工处理', en: 'Our support team settled it' },
  },
  document: {
    requested: { zh: '送去制作', en: 'The document was asked for' },
    granted: { zh: '已签发', en: 'Issued' },
    refused: { zh: '未签发', en: 'Not issued' },
    'compensation-requested': { zh: '撤销中', en: 'Being revoked' },
    compensated: { zh: '已撤销', en: 'Revoked' },
    'taken-over': { zh: '平台人工处理', en: 'Our support team settled it' },
  },
  booking: {
    requested: { zh: '送去安排时间', en: 'An appointment was asked for' },
    granted: { zh: '已完成', en: 'Attended' },
    refused: { zh: '未完成', en: 'Did not take place' },
    'compensation-requested': { zh: '正在取消预约', en: 'Being called off' },
    compensated: { zh: '预约已取消', en: 'Called off' },
    'taken-over': { zh: '平台人工处理', en: 'Our support team settled it' },
  },
};

/** A gateway of an earlier release says no kind: it knows decisions only. */
export const isDecision = (kind: string | undefined): boolean => kind === undefined || kind === 'decision';

/** What a page shows of such a step, and what it is called in a guide. */
export const stepKinds = {
  amount: { zh: '金额', en: 'Amount' },
  payUntil: { zh: '请在此前缴费', en: 'Please pay by' },
  until: { zh: '截止', en: 'Until' },
  number: { zh: '编号', en: 'Number' },
  appointment: { zh: '时间', en: 'When' },
  place: { zh: '地点', en: 'Where' },
  performedBy: { zh: '由谁办理', en: 'Who does it' },
} satisfies Record<string, BilingualText>;
