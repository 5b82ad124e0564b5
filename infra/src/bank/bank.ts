import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bill, isRequestSigned, readAuthorization, signatureHeaders } from '@lianban/wechat-pay';
import { z } from 'zod';
import { billOf } from './bill';
import { BankBook, type BankRefund, type Trade } from './book';
import { type FaultName, Faults, faultNames } from './faults';
import { type BankKeys, merchantPublicKey } from './keys';
import { Notifier, transactionOf } from './notifier';
import { notFoundPage, payPage } from './pages';

export interface Bank {
  readonly address: string;
  close(): Promise<void>;
}

export interface BankSettings {
  readonly port: number;
  readonly keys: BankKeys;
  /** What an hour of the real bank's waiting takes here: 0.01 is 36 seconds. */
  readonly timeFactor: number;
  readonly file?: string;
}

const bind = '127.0.0.1';
const longestBody = 64 * 1024;
const order = z.object({
  ...{ appid: z.string(), mchid: z.string(), description: z.string(), out_trade_no: z.string().min(6).max(32) },
  ...{ notify_url: z.url(), time_expire: z.iso.datetime({ offset: true }) },
  amount: z.object({ total: z.int().min(1), currency: z.literal('CNY') }),
  scene_info: z.object({ payer_client_ip: z.string().min(1), h5_info: z.object({ type: z.string() }) }),
});
const refundOrder = z.object({
  ...{ out_trade_no: z.string(), out_refund_no: z.string().min(1).max(64), notify_url: z.url() },
  amount: z.object({ refund: z.int().min(1), total: z.int().min(1), currency: z.literal('CNY') }),
});
const switches = z.partialRecord(z.enum(faultNames), z.int().min(0).max(1000));

interface Answer {
  readonly status: number;
  readonly body: object | undefined;
}
const ok = (body: object): Answer => ({ status: 200, body });
const no = (status: number, code: string): Answer => ({ status, body: { code, message: code } });
/** Taken, and never answered. */
const silence = Symbol('no answer');

const statusOf: Readonly<Record<string, number>> = { ORDER_NOT_EXIST: 404, RESOURCE_NOT_EXISTS: 404, NOT_ENOUGH: 403 };

/** A bank that speaks WeChat Pay v3, for a local stack: anybody may pay, with nothing. */
export async function startBank({ port, keys, timeFactor, file }: BankSettings): Promise<Bank> {
  const book = new BankBook(file);
  const faults = new Faults();
  const notifier = new Notifier(keys, faults, timeFactor);
  const verifying = merchantPublicKey(keys);
  const server = createServer((req, res) => {
    answer(req, res).catch((error: unknown) => {
      res.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      res.end(String(error));
    });
  });

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', 'http://bank');
    const body = await bodyOf(req);
    if (url.pathname.startsWith('/v3/billdownload/')) return sendText(res, download(url.searchParams), 'text/csv');
    if (url.pathname.startsWith('/v3/')) return asMerchant(req, res, body);
    if (url.pathname.startsWith('/pay/')) return atTheCounter(req, res, url, body);
    if (url.pathname === '/demo/ledger') return sendJson(res, book.all());
    if (url.pathname === '/demo/faults') {
      if (req.method === 'POST')
        for (const [name, times] of Object.entries(switches.parse(JSON.parse(body))))
          faults.set(name as FaultName, times);
      return sendJson(res, faults.all());
    }
    if (url.pathname === '/demo/rotation' && req.method === 'POST') {
      notifier.rotate();
      return sendJson(res, { serial: notifier.signing().serial });
    }
    res.writeHead(404).end();
  }

  /** The merchant's side: signed both ways. */
  async function asMerchant(req: IncomingMessage, res: ServerResponse, body: string): Promise<void> {
    const { method = 'GET', url = '/', headers } = req;
    const parts = readAuthorization(headers.authorization ?? '');
    const isSigned =
      parts?.merchant === keys.merchant &&
      parts.serial === keys.merchantSerial &&
      Math.abs(Date.now() / 1000 - Number(parts.timestamp)) <= 300 &&
      isRequestSigned(verifying, method, url, parts, body);
    const given = isSigned ? await merchant(method, new URL(url, 'http://bank'), body) : no(401, 'SIGN_ERROR');
    if (given === silence) return void req.socket.destroy();
    const text = given.body === undefined ? '' : JSON.stringify(given.body);
    const { serial, key } = notifier.signing();
    res.writeHead(given.status, { ...signatureHeaders(serial, key, text), 'Content-Type': 'application/json' });
    res.end(text);
  }

  async function merchant(
    method: string,
    { pathname, searchParams }: URL,
    body: string,
  ): Promise<Answer | typeof silence> {
    const [, number = '', closing] = /^\/v3\/pay\/transactions\/out-trade-no\/([\w-]+)(\/close)?$/.exec(pathname) ?? [];
    if (pathname === '/v3/pay/transactions/h5' && method === 'POST') return create(JSON.parse(body));
    if (number && closing && method === 'POST')
      return refusedOr(book.close(number), () => ({ status: 204, body: undefined }));
    if (number && method === 'GET') {
      if (faults.strikes('query-unanswered')) return silence;
      const trade = book.trade(number);
      return trade ? ok(transactionOf(trade)) : no(404, 'ORDER_NOT_EXIST');
    }
    if (pathname === '/v3/refund/domestic/refunds' && method === 'POST') return refund(JSON.parse(body));
    if (pathname === '/v3/bill/tradebill') return billAddress(searchParams.get('bill_date') ?? '');
    return no(404, 'RESOURCE_NOT_EXISTS');
  }

  async function create(said: unknown): Promise<Answer | typeof silence> {
    const { data, error } = order.safeParse(said);
    if (!data) return { status: 400, body: { code: 'PARAM_ERROR', message: error.message } };
    if (data.mchid !== keys.merchant || data.appid !== keys.app) return no(400, 'APPID_MCHID_NOT_MATCH');
    const { out_trade_no: number, description, notify_url: notifyUrl, time_expire: expiresAt } = data;
    const asked = { number, description, notifyUrl, expiresAt, merchant: data.mchid, app: data.appid };
    const trade = book.create({ ...asked, amount: data.amount.total });
    if ('refused' in trade) return no(400, trade.refused);
    if (faults.strikes('paid-before-the-answer')) await pay(number);
    if (faults.strikes('create-unanswered')) return silence;
    return ok({ h5_url: `${address}/pay/${number}` });
  }

  async function pay(number: string): Promise<void> {
    const paid = book.pay(number, new Date());
    if (!('refused' in paid)) await notifier.paid(paid);
  }

  async function refund(said: unknown): Promise<Answer> {
    const { data } = refundOrder.safeParse(said);
    if (!data) return no(400, 'PARAM_ERROR');
    const { out_trade_no: trade, out_refund_no: number, notify_url: notifyUrl, amount } = data;
    const state = faults.strikes('refund-abnormal') ? 'ABNORMAL' : 'PROCESSING';
    const isNew = book.refund(number) === undefined;
    const asked = book.askRefund({ number, trade, notifyUrl, amount: amount.refund }, new Date(), state);
    if ('refused' in asked) return no(statusOf[asked.refused] ?? 400, asked.refused);
    const settling = isNew ? settle(number) : Promise.resolve();
    if (faults.strikes('refund-callback-before-answer')) await settling;
    return ok(refundView(asked, book.trade(trade)!));
  }

  async function settle(number: string): Promise<void> {
    const settled = book.settleRefund(number) ?? book.refund(number)!;
    await notifier.refunded(settled, book.trade(settled.trade)!);
  }

  function billAddress(day: string): Answer {
    if (faults.strikes('bill-late')) return no(400, 'NO_STATEMENT_EXIST');
    const hash = faults.strikes('bill-of-other-hash') ? bill.sha1('another file') : bill.sha1(billOf(book, day));
    const cut = faults.strikes('bill-truncated') ? '&cut=yes' : '';
    const download_url = `${address}/v3/billdownload/file?day=${day}${cut}`;
    return ok({ hash_type: 'SHA1', hash_value: hash, download_url });
  }

  function download(query: URLSearchParams): string {
    const text = billOf(book, query.get('day') ?? '');
    return query.has('cut') ? text.slice(0, text.length / 2) : text;
  }

  /** The payer's side. */
  async function atTheCounter(req: IncomingMessage, res: ServerResponse, url: URL, body: string): Promise<void> {
    const trade = book.trade(url.pathname.slice('/pay/'.length));
    if (!trade) return sendText(res, notFoundPage(), 'text/html', 404);
    if (req.method !== 'POST')
      return sendText(res, payPage(trade, url.searchParams.get('redirect_url') ?? ''), 'text/html');
    const back = new URLSearchParams(body).get('back') ?? '';
    const telling = pay(trade.number);
    if (url.searchParams.has('wait')) await telling;
    if (back) res.writeHead(303, { Location: back }).end();
    else sendText(res, payPage(book.trade(trade.number)!, ''), 'text/html');
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, bind, resolve);
  });
  const address = `http://${bind}:${(server.address() as AddressInfo).port}`;
  return {
    address,
    close: () =>
      new Promise((resolve) => {
        notifier.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const refusedOr = (done: Trade | { readonly refused: string }, answer: () => Answer): Answer =>
  'refused' in done ? no(statusOf[done.refused] ?? 400, done.refused) : answer();

const refundView = ({ number, id, amount, state }: BankRefund, trade: Trade) => ({
  ...{
    refund_id: id,
    out_refund_no: number,
    out_trade_no: trade.number,
    transaction_id: trade.transaction,
    status: state,
  },
  amount: { total: trade.amount, refund: amount, currency: 'CNY' },
});

async function bodyOf(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of req) {
    text += String(part);
    if (text.length > longestBody) throw new Error('the body is too long');
  }
  return text;
}

function sendText(res: ServerResponse, text: string, type: string, status = 200): void {
  res.writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' });
  res.end(text);
}
const sendJson = (res: ServerResponse, value: object): void => sendText(res, JSON.stringify(value), 'application/json');
