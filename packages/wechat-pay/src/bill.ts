import { createHash } from 'node:crypto';

/** A line of the daily bill, in fen. */
export interface BillLine {
  readonly kind: 'pay' | 'refund';
  readonly number: string;
  readonly channelNumber: string;
  readonly fen: number;
  readonly fee: number;
}

/** The 27 columns of a bill of trades. */
export const COLUMNS = (
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,' +
  '微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注'
).split(',');
export const TOTALS =
  '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'.split(',');

/** Why a file is not believed: the whole day is fetched again. */
export type BillFault = 'hash-differs' | 'not-a-bill' | 'truncated' | 'totals-differ';

export type Bill = { readonly lines: readonly BillLine[] } | { readonly fault: BillFault };

export const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');

/** Reads a bill of trades: values begin with a back-tick, money is yuan with decimals, the last two lines are totals. */
export function readBill(text: string, hash: string): Bill {
  if (sha1(text) !== hash.toLowerCase()) return { fault: 'hash-differs' };
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  if (rows[0]?.split(',').length !== COLUMNS.length) return { fault: 'not-a-bill' };
  if (rows.at(-2) !== TOTALS.join(',')) return { fault: 'truncated' };
  const lines: BillLine[] = [];
  for (const row of rows.slice(1, -2)) {
    const values = valuesOf(row);
    if (values.length !== COLUMNS.length) return { fault: 'not-a-bill' };
    const of = (column: string) => values[COLUMNS.indexOf(column)] ?? '';
    const isRefund = of('交易状态') === 'REFUND';
    const fen = fenOf(of(isRefund ? '申请退款金额' : '订单金额'));
    const fee = fenOf(of('手续费'));
    if (fen === undefined || fee === undefined) return { fault: 'not-a-bill' };
    lines.push({
      ...{ kind: isRefund ? 'refund' : 'pay', fen, fee },
      number: of(isRefund ? '商户退款单号' : '商户订单号'),
      channelNumber: of(isRefund ? '微信退款单号' : '微信订单号'),
    });
  }
  const [count, , , , fees, paid, refunded] = valuesOf(rows.at(-1) ?? '');
  const sum = (kind: BillLine['kind']) =>
    lines.filter((line) => line.kind === kind).reduce((all, { fen }) => all + fen, 0);
  const adds =
    Number(count) === lines.length &&
    fenOf(paid ?? '') === sum('pay') &&
    fenOf(refunded ?? '') === sum('refund') &&
    fenOf(fees ?? '') === lines.reduce((all, { fee }) => all + fee, 0);
  return adds ? { lines } : { fault: 'totals-differ' };
}

const valuesOf = (row: string): readonly string[] => row.split(',').map((value) => value.replace(/^`/, ''));

/** 40.00 → 4000, without a number in between that could lose a fen. */
export function fenOf(yuan: string): number | undefined {
  const [, sign, whole, parts = ''] = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(yuan) ?? [];
  if (whole === undefined) return undefined;
  const fen = Number(whole) * 100 + Number(parts.padEnd(2, '0'));
  return sign ? -fen : fen;
}

export const yuanOf = (fen: number): string =>
  `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
