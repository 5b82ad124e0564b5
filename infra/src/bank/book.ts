import { readFileSync, writeFileSync } from 'node:fs';

export interface Trade {
  readonly number: string;
  readonly merchant: string;
  readonly app: string;
  readonly amount: number;
  readonly description: string;
  readonly notifyUrl: string;
  readonly expiresAt: string;
  readonly state: 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'REFUND';
  readonly transaction?: string;
  readonly paidAt?: string;
}

export interface BankRefund {
  readonly number: string;
  readonly trade: string;
  readonly id: string;
  readonly amount: number;
  readonly state: 'PROCESSING' | 'SUCCESS' | 'ABNORMAL' | 'CLOSED';
  readonly notifyUrl: string;
  readonly at: string;
}

export type Refused = { readonly refused: string };

interface Stored {
  readonly trades: readonly Trade[];
  readonly refunds: readonly BankRefund[];
}

/** The bank's own book: what payers paid a merchant, and got back. It knows nothing of the city's. */
export class BankBook {
  private readonly trades = new Map<string, Trade>();
  private readonly refunds = new Map<string, BankRefund>();
  private counted = 0;

  /** @param file keeps it over a restart; without one it is in memory alone */
  constructor(private readonly file?: string) {
    const { trades, refunds } = file === undefined ? { trades: [], refunds: [] } : read(file);
    for (const each of trades) this.trades.set(each.number, each);
    for (const each of refunds) this.refunds.set(each.number, each);
    this.counted = trades.length + refunds.length;
  }

  trade = (number: string): Trade | undefined => this.trades.get(number);
  refund = (number: string): BankRefund | undefined => this.refunds.get(number);
  all = (): Stored => ({ trades: [...this.trades.values()], refunds: [...this.refunds.values()] });

  /** The same order again is the same trade; another under its number is refused. */
  create(order: Omit<Trade, 'state'>): Trade | Refused {
    const known = this.trades.get(order.number);
    if (!known) return this.put({ ...order, state: 'NOTPAY' });
    if (known.amount !== order.amount || known.merchant !== order.merchant) return { refused: 'INVALID_REQUEST' };
    if (known.state === 'CLOSED') return { refused: 'ORDER_CLOSED' };
    return known.state === 'NOTPAY' ? known : { refused: 'ORDERPAID' };
  }

  pay(number: string, now: Date): Trade | Refused {
    const known = this.trades.get(number);
    if (!known) return { refused: 'ORDER_NOT_EXIST' };
    if (known.state === 'NOTPAY' && new Date(known.expiresAt) <= now) this.put({ ...known, state: 'CLOSED' });
    if (this.trades.get(number)?.state !== 'NOTPAY')
      return { refused: known.transaction ? 'ORDERPAID' : 'ORDER_CLOSED' };
    return this.put({ ...known, state: 'SUCCESS', transaction: this.nextId('42'), paidAt: now.toISOString() });
  }

  close(number: string): Trade | Refused {
    const known = this.trades.get(number);
    if (!known) return { refused: 'ORDER_NOT_EXIST' };
    if (known.transaction) return { refused: 'ORDERPAID' };
    return this.put({ ...known, state: 'CLOSED' });
  }

  /** Asked for again under its number, it is the one that is there. */
  askRefund(
    order: Pick<BankRefund, 'number' | 'trade' | 'amount' | 'notifyUrl'>,
    now: Date,
    state: BankRefund['state'],
  ): BankRefund | Refused {
    const known = this.refunds.get(order.number);
    if (known) return known.amount === order.amount ? known : { refused: 'INVALID_REQUEST' };
    const trade = this.trades.get(order.trade);
    if (!trade?.transaction) return { refused: 'RESOURCE_NOT_EXISTS' };
    if (this.refunded(trade.number) + order.amount > trade.amount) return { refused: 'NOT_ENOUGH' };
    const refund: BankRefund = { ...order, id: this.nextId('50'), state, at: now.toISOString() };
    this.refunds.set(order.number, refund);
    this.put({ ...trade, state: 'REFUND' });
    return refund;
  }

  settleRefund(number: string): BankRefund | undefined {
    const known = this.refunds.get(number);
    if (known?.state !== 'PROCESSING') return undefined;
    const settled: BankRefund = { ...known, state: 'SUCCESS' };
    this.refunds.set(number, settled);
    this.save();
    return settled;
  }

  private refunded(trade: string): number {
    const all = [...this.refunds.values()].filter((each) => each.trade === trade && each.state !== 'CLOSED');
    return all.reduce((sum, { amount }) => sum + amount, 0);
  }

  private nextId = (kind: string): string => `${kind}${String(Date.now())}${String(++this.counted).padStart(8, '0')}`;

  private put(trade: Trade): Trade {
    this.trades.set(trade.number, trade);
    this.save();
    return trade;
  }

  private save(): void {
    if (this.file) writeFileSync(this.file, JSON.stringify(this.all()));
  }
}

function read(file: string): Stored {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stored;
  } catch {
    return { trades: [], refunds: [] };
  }
}
