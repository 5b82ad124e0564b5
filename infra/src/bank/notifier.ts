import { generateKeyPairSync } from 'node:crypto';
import { type Resource, sealResource, signatureHeaders } from '@lianban/wechat-pay';
import type { BankRefund, Trade } from './book';
import type { Faults } from './faults';
import type { BankKeys } from './keys';

/** WeChat Pay tells again after 15s 15s 30s 3m 10m 20m 30m 30m 30m 60m 3h 3h 3h 6h 6h. */
const LADDER_SECONDS = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600];
const sixMinutesMs = 360_000;

interface Notified {
  readonly type: string;
  readonly url: string;
  readonly about: 'transaction' | 'refund';
  readonly value: object;
}

/** Tells the merchant, until it answers with 200 or 204. */
export class Notifier {
  private readonly waiting = new Set<NodeJS.Timeout>();
  private platform = 0;
  private counted = 0;

  constructor(
    private readonly keys: BankKeys,
    private readonly faults: Faults,
    private readonly timeFactor: number,
  ) {}

  /** Signs with the other key from now on: for a while both are valid. */
  rotate(): void {
    this.platform = 1 - this.platform;
  }

  signing() {
    return this.keys.platform[this.platform]!;
  }

  async paid(trade: Trade): Promise<void> {
    const wrong = this.faults.strikes('callback-other-amount') ? 1 : 0;
    const merchant = this.faults.strikes('callback-other-merchant') ? 'DEMO1900000999' : trade.merchant;
    const value = {
      ...transactionOf(trade),
      mchid: merchant,
      amount: { total: trade.amount + wrong, currency: 'CNY' },
    };
    await this.tell({ type: 'TRANSACTION.SUCCESS', url: trade.notifyUrl, about: 'transaction', value });
  }

  async refunded(refund: BankRefund, trade: Trade): Promise<void> {
    const { id, number, amount, state, notifyUrl: url } = refund;
    const value = {
      ...{ mchid: trade.merchant, out_trade_no: trade.number, transaction_id: trade.transaction },
      ...{ out_refund_no: number, refund_id: id, refund_status: state },
      amount: { total: trade.amount, refund: amount, payer_total: trade.amount, payer_refund: amount },
    };
    await this.tell({ type: `REFUND.${state}`, url, about: 'refund', value });
  }

  stop(): void {
    for (const timer of this.waiting) clearTimeout(timer);
  }

  private async tell(about: Notified): Promise<void> {
    if (this.faults.strikes('callback-lost')) return;
    const times = this.faults.strikes('callback-fifteen-times') ? 15 : this.faults.strikes('callback-twice') ? 2 : 1;
    await Promise.all(Array.from({ length: times }, () => this.attempt(about, 0)));
  }

  private async attempt(about: Notified, tries: number): Promise<void> {
    if (await this.send(about)) return;
    const wait = LADDER_SECONDS[tries];
    if (wait === undefined) return;
    const timer = setTimeout(
      () => {
        this.waiting.delete(timer);
        void this.attempt(about, tries + 1);
      },
      wait * 1000 * this.timeFactor,
    );
    this.waiting.add(timer);
  }

  private async send({ type, url, about, value }: Notified): Promise<boolean> {
    const { apiKey } = this.keys;
    const sealed = sealResource(Buffer.from(apiKey), JSON.stringify(value), about);
    const resource = this.faults.strikes('callback-garbage') ? garbled(sealed) : sealed;
    const create_time = new Date().toISOString();
    // A blank that JSON written again would not have.
    const body = JSON.stringify({
      ...{ id: `EV-${++this.counted}`, create_time, event_type: type, resource_type: 'encrypt-resource' },
      ...{ summary: type, resource },
    }).replace('{', '{ ');
    const headers = this.headers(body);
    const sent = this.faults.strikes('callback-written-again') ? JSON.stringify(JSON.parse(body)) : body;
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: sent,
        signal: AbortSignal.timeout(5_000),
      });
      await answer.body?.cancel();
      return answer.status === 200 || answer.status === 204;
    } catch {
      return false;
    }
  }

  private headers(body: string) {
    const { serial, key } = this.signing();
    const at = new Date(Date.now() - (this.faults.strikes('callback-of-six-minutes-ago') ? sixMinutesMs : 0));
    if (this.faults.strikes('callback-unknown-serial')) return signatureHeaders('DEMO-PLATFORM-9', key, body, at);
    const isExpired = this.faults.strikes('callback-expired-key');
    return signatureHeaders(serial, isExpired ? expired() : key, body, at);
  }
}

/** A key that no certificate speaks for any more. */
const expired = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

const garbled = (resource: Resource): Resource => ({
  ...resource,
  ciphertext: Buffer.from(`garbage ${resource.ciphertext}`).toString('base64'),
});

/** A transaction as a query tells it. */
export const transactionOf = (trade: Trade) => ({
  ...{ appid: trade.app, mchid: trade.merchant, out_trade_no: trade.number, trade_state: trade.state },
  ...(trade.transaction && {
    transaction_id: trade.transaction,
    success_time: trade.paidAt?.replace(/\.\d+Z$/, '+00:00'),
  }),
  amount: { total: trade.amount, currency: 'CNY' },
});
