import type { BilingualText } from '../page/reader';

/** The pages of what people owe and pay. */
export const charges = {
  title: { zh: '缴费', en: 'Payments' },
  lead: { zh: '您待缴的费用、缴费记录和退款。', en: 'What you have to pay, what you have paid, and refunds.' },
  none: { zh: '没有待缴的费用，也没有缴费记录。', en: 'You have nothing to pay, and have paid nothing yet.' },
  toPay: { zh: '待缴', en: 'To pay' },
  earlier: { zh: '缴费记录', en: 'Earlier payments' },
  number: { zh: '缴费单号', en: 'Number' },
  amount: { zh: '金额', en: 'Amount' },
  law: { zh: '收费依据', en: 'Legal basis' },
  payUntil: { zh: '请在此前缴费', en: 'Please pay by' },
  payBy: (day: string): BilingualText => ({ zh: `请在 ${day} 前缴费`, en: `Pay by ${day}` }),
  paidAt: { zh: '缴费时间', en: 'Paid' },
  refund: { zh: '退款', en: 'Refund' },
  receipt: { zh: '票据', en: 'Receipt' },
  reversal: { zh: '冲红票据', en: 'Receipt of the refund' },
  application: { zh: '查看办件', en: 'View the application' },
  pay: { zh: '去缴费', en: 'Pay' },
  payAgain: { zh: '继续缴费', en: 'Continue to payment' },
  underWay: {
    zh: '已转到支付页面，还没有收到结果。付款后过几秒刷新本页；请不要重复付款，多付的会自动退回。',
    en: 'You were sent to the payment page, and its answer is not here yet. After paying, open this page again in a few seconds. Do not pay twice; if you did, it comes back by itself.',
  },
  goTitle: { zh: '前往支付页面', en: 'Go to the payment page' },
  goLead: {
    zh: '付款在支付机构的页面上进行，付完后会回到这里。亲友也可以用这个链接代您付款。',
    en: 'You pay on the page of the payment provider, and come back here afterwards. Somebody else may pay for you by this link.',
  },
  go: { zh: '打开支付页面', en: 'Open the payment page' },
  notNow: {
    zh: '支付渠道暂时没有回应，没有扣款。请过一分钟再试。',
    en: 'The payment provider does not answer, and nothing was charged. Try again in a minute.',
  },
  over: { zh: '这笔费用现在不能缴。', en: 'This cannot be paid any more.' },
} satisfies Record<string, BilingualText | ((day: string) => BilingualText)>;

export const chargeStatuses: Readonly<
  Record<string, { readonly name: BilingualText; readonly tone: 'wait' | 'good' | 'wrong' | 'quiet' }>
> = {
  raised: { name: { zh: '待缴费', en: 'To be paid' }, tone: 'wait' },
  free: { name: { zh: '免费', en: 'Free' }, tone: 'good' },
  paid: { name: { zh: '已缴费', en: 'Paid' }, tone: 'good' },
  'part-refunded': { name: { zh: '部分退款', en: 'Partly refunded' }, tone: 'quiet' },
  refunded: { name: { zh: '已退款', en: 'Refunded' }, tone: 'quiet' },
  cancelled: { name: { zh: '已取消', en: 'Cancelled' }, tone: 'quiet' },
  expired: { name: { zh: '逾期未缴', en: 'Not paid in time' }, tone: 'wrong' },
};

export const refundStatuses: Readonly<Record<string, BilingualText>> = {
  approved: { zh: '退款处理中', en: 'on its way' },
  sent: { zh: '退款处理中', en: 'on its way' },
  succeeded: { zh: '已退回原支付账户', en: 'back on the account it was paid from' },
  abnormal: { zh: '退款遇到问题，我们会联系您', en: 'it could not be paid back yet: we look into it' },
  closed: { zh: '退款遇到问题，我们会联系您', en: 'it could not be paid back yet: we look into it' },
};

export const refundReasons: Readonly<Record<string, BilingualText>> = {
  undone: { zh: '申请撤回或未获批准', en: 'the application was withdrawn or refused' },
  'paid-twice': { zh: '重复缴费', en: 'paid twice' },
  'paid-late': { zh: '费用已取消', en: 'it was not owed any more' },
};
