import { bill } from '@lianban/wechat-pay';
import { page } from '../issuer/pages';
import type { Trade } from './book';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** Where the demo payer pays: no password, no money. */
export function payPage({ number, amount, description, state }: Trade, backTo: string): string {
  const what = `<p>${escaped(description)} · ${escaped(number)}</p><p><strong>¥${bill.yuanOf(amount)}</strong></p>`;
  const back = backTo ? `<p><a href="${escaped(backTo)}">返回 Back</a></p>` : '';
  if (state === 'NOTPAY')
    return page(
      '付款 · Pay',
      `${what}<form method="post"><input type="hidden" name="back" value="${escaped(backTo)}"><button>付款 Pay</button></form>${back}`,
    );
  const said = state === 'CLOSED' ? '此订单已关闭。This order is closed.' : '已付款。It is paid.';
  return page('付款 · Payment', `${what}<p>${said}</p>${back}`);
}

export const notFoundPage = (): string => page('没有此订单 · No such order', '');
