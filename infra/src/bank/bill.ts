import { bill } from '@lianban/wechat-pay';

const { COLUMNS, TOTALS, yuanOf } = bill;
import type { BankBook, BankRefund, Trade } from './book';

/** In the city's time. */
const dayOf = (moment: string): string => new Date(moment).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

const row = (values: Readonly<Record<string, string>>): string =>
  COLUMNS.map((column) => `\`${values[column] ?? ''}`).join(',');

const paid = ({ number, transaction = '', paidAt = '', amount, app, merchant, description }: Trade): string =>
  row({
    ...{ 交易时间: paidAt, 公众账号ID: app, 商户号: merchant, 微信订单号: transaction, 商户订单号: number },
    ...{ 交易类型: 'MWEB', 交易状态: 'SUCCESS', 货币种类: 'CNY', 应结订单金额: yuanOf(amount), 商品名称: description },
    ...{ 退款金额: '0.00', 手续费: '0.00', 费率: '0.00%', 订单金额: yuanOf(amount), 申请退款金额: '0.00' },
  });

const returned = (refund: BankRefund, trade: Trade): string =>
  row({
    ...{ 交易时间: refund.at, 公众账号ID: trade.app, 商户号: trade.merchant, 微信订单号: trade.transaction ?? '' },
    ...{ 商户订单号: trade.number, 交易状态: 'REFUND', 货币种类: 'CNY', 应结订单金额: '0.00', 微信退款单号: refund.id },
    ...{ 商户退款单号: refund.number, 退款金额: yuanOf(refund.amount), 退款状态: refund.state, 手续费: '0.00' },
    ...{ 订单金额: '0.00', 申请退款金额: yuanOf(refund.amount) },
  });

/** The bill of a day, as CSV: what was paid and given back on it, and two lines of totals. */
export function billOf(book: BankBook, day: string): string {
  const { trades, refunds } = book.all();
  const paidThen = trades.filter(({ paidAt }) => paidAt !== undefined && dayOf(paidAt) === day);
  const returnedThen = refunds.filter(({ at, state }) => state === 'SUCCESS' && dayOf(at) === day);
  const sum = (all: readonly { readonly amount: number }[]) => yuanOf(all.reduce((s, { amount }) => s + amount, 0));
  const [orders, back] = [sum(paidThen), sum(returnedThen)];
  const totals = [paidThen.length + returnedThen.length, orders, back, '0.00', '0.00', orders, back];
  const lines = [
    ...[COLUMNS.join(','), ...paidThen.map(paid)],
    ...returnedThen.map((each) => returned(each, book.trade(each.trade)!)),
    ...[TOTALS.join(','), totals.map((value) => `\`${value}`).join(',')],
  ];
  return `${lines.join('\r\n')}\r\n`;
}
