import {
  type Signer,
  type Transaction,
  type VerifyingKeys,
  authorization,
  doubtOf,
  failure,
  notification,
  openResource,
  partsOf,
  payPage,
  refund as refundAnswer,
  refundNotice,
  transaction,
} from '@lianban/wechat-pay';
import { type ZodType, z } from 'zod';
import type { Money } from '../domain/charge';
import { type Channel, ChannelUnavailable, type Notice, type RefundStatus, type TradeStatus } from './port';

export interface WechatSettings extends Signer {
  readonly address: string;
  readonly app: string;
  readonly apiKey: Buffer;
  readonly platformKeys: VerifyingKeys;
  /** Of the site: where notifications come in, and where the payer comes back to. */
  readonly origin: string;
}

// The channel itself gives up after five seconds.
const patienceMs = 5_000;

type Answer<T> = { readonly ok: T } | { readonly code: string };

/** WeChat Pay v3, payments on its page (H5). */
export function wechat(settings: WechatSettings): Channel {
  const { address, app, merchant, apiKey, platformKeys, origin } = settings;

  async function call<T>(method: 'GET' | 'POST', path: string, shape: ZodType<T>, body?: object): Promise<Answer<T>> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const { bytes, status, header } = await send(method, path, text);
    const doubt = doubtOf(platformKeys, partsOf(header), bytes);
    // An answer nobody signed may be anybody's: nothing is known.
    if (doubt) throw new ChannelUnavailable(`${method} ${path}: ${status}, not believed: ${doubt}`);
    const said = status === 204 ? {} : (JSON.parse(bytes.toString('utf8')) as unknown);
    if (status < 300) return { ok: parsed(shape, said, path) };
    const { code } = parsed(failure, said, path);
    if (status >= 500 || status === 429) throw new ChannelUnavailable(`${method} ${path}: ${status} ${code}`);
    return { code };
  }

  async function send(method: string, path: string, body: string) {
    try {
      const response = await fetch(`${address}${path}`, {
        method,
        headers: {
          Accept: 'application/json',
          ...(body && { 'Content-Type': 'application/json' }),
          Authorization: authorization(settings, method, path, body),
        },
        ...(body && { body }),
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      return { bytes, status: response.status, header: (name: string) => response.headers.get(name) };
    } catch (error) {
      throw new ChannelUnavailable(`${method} ${path} was not answered`, { cause: error });
    }
  }

  const isOurs = ({ mchid, appid }: Pick<Transaction, 'mchid' | 'appid'>) => mchid === merchant && appid === app;

  const moneyOf = (told: Transaction): Money => ({
    attempt: told.out_trade_no,
    transaction: told.transaction_id ?? '',
    isOurs: isOurs(told),
    amount: told.amount?.total ?? 0,
    currency: told.amount?.currency ?? '',
  });

  const channel: Channel = {
    name: 'wechat',

    async create({ number, amount, description, openMs, payerAddress, backTo }) {
      const answer = await call('POST', '/v3/pay/transactions/h5', payPage, {
        ...{
          appid: app,
          mchid: merchant,
          description,
          out_trade_no: number,
          notify_url: `${origin}/pay/notify/wechat`,
        },
        // By the system's clock: the channel knows no other.
        time_expire: new Date(Date.now() + openMs).toISOString().replace(/\.\d+Z$/, '+00:00'),
        amount: { total: amount, currency: 'CNY' },
        scene_info: { payer_client_ip: payerAddress, h5_info: { type: 'Wap' } },
      });
      if ('ok' in answer) {
        const payUrl = new URL(answer.ok.h5_url);
        payUrl.searchParams.set('redirect_url', `${origin}${backTo}`);
        return { payUrl: payUrl.href };
      }
      if (answer.code === 'ORDERPAID') return { is: 'paid' };
      if (answer.code === 'ORDER_CLOSED') return { is: 'closed' };
      throw new ChannelUnavailable(`${number} was not created: ${answer.code}`);
    },

    async query(number): Promise<TradeStatus> {
      const path = `/v3/pay/transactions/out-trade-no/${number}?mchid=${merchant}`;
      const answer = await call('GET', path, transaction);
      if ('code' in answer) {
        if (answer.code === 'ORDER_NOT_EXIST') return { is: 'not-there' };
        throw new ChannelUnavailable(`${number} was not found: ${answer.code}`);
      }
      const { trade_state: state } = answer.ok;
      // A refunded trade was paid before.
      if (state === 'SUCCESS' || state === 'REFUND') return { is: 'paid', money: moneyOf(answer.ok) };
      return { is: state === 'CLOSED' || state === 'REVOKED' ? 'closed' : 'unpaid' };
    },

    async close(number) {
      const path = `/v3/pay/transactions/out-trade-no/${number}/close`;
      const answer = await call('POST', path, nothing, { mchid: merchant });
      if ('ok' in answer || answer.code === 'ORDER_CLOSED' || answer.code === 'ORDER_NOT_EXIST') return 'closed';
      if (answer.code === 'ORDERPAID') return 'paid';
      throw new ChannelUnavailable(`${number} was not closed: ${answer.code}`);
    },

    async refund({ number, attempt, amount, total }) {
      const answer = await call('POST', '/v3/refund/domestic/refunds', refundAnswer, {
        ...{ out_trade_no: attempt, out_refund_no: number },
        amount: { refund: amount, total, currency: 'CNY' },
        notify_url: `${origin}/pay/notify/wechat`,
      });
      if ('code' in answer) throw new ChannelUnavailable(`${number} was not refunded: ${answer.code}`);
      return refundStates[answer.ok.status];
    },

    read(header, body) {
      const doubt = doubtOf(platformKeys, partsOf(header), body);
      if (doubt) return { disbelieved: doubt };
      const told = notification.safeParse(json(body.toString('utf8')));
      if (!told.success) return { disbelieved: 'not-a-notification' };
      const text = opened(apiKey, told.data.resource);
      if (text === undefined) return { disbelieved: 'not-encrypted-for-us' };
      return noticeOf(told.data.event_type, json(text)) ?? { disbelieved: 'not-a-notification' };
    },
  };

  function noticeOf(type: string, value: unknown): Notice | undefined {
    if (type.startsWith('REFUND.')) {
      const { data } = refundNotice.safeParse(value);
      return data && { type: 'refund', refund: data.out_refund_no, status: refundStates[data.refund_status] };
    }
    const { data } = transaction.safeParse(value);
    if (!data) return undefined;
    return data.trade_state === 'SUCCESS' ? { type: 'paid', money: moneyOf(data) } : { type: 'other' };
  }

  return channel;
}

const refundStates = {
  ...{ SUCCESS: 'succeeded', PROCESSING: 'processing', CLOSED: 'closed', ABNORMAL: 'abnormal' },
} as const satisfies Record<string, RefundStatus>;

const nothing = z.object({});

function parsed<T>(shape: ZodType<T>, value: unknown, path: string): T {
  const { success, data, error } = shape.safeParse(value);
  if (!success) throw new ChannelUnavailable(`${path}: an answer of another shape`, { cause: error });
  return data;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function opened(key: Buffer, resource: Parameters<typeof openResource>[1]): string | undefined {
  try {
    return openResource(key, resource);
  } catch {
    return undefined;
  }
}
