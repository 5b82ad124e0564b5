import { type Request, type RequestHandler, raw } from 'express';
import { isRefusal } from '@lianban/model';
import { payments } from '@lianban/protos';
import { traceOf } from '@lianban/runtime';
import { problemOfError, report } from '../http/failures';
import { limitAddress } from '../limits/address';
import type { Ports } from '../ports';

/** Where payment channels say what was paid. No session and no page of this site: what comes is believed for its signature alone. */
export const NOTIFY_PATH = '/pay/notify/:channel';

const largest = 64 * 1024;
// Bytes as they came: whoever signs, signs these, and not what they mean.
const bytes = raw({ limit: largest, type: () => true, inflate: false });
const signed = ['serial', 'signature', 'timestamp', 'nonce'].map((part) => `wechatpay-${part}`);

/** The channel repeats for a day what is not answered with 2xx within five seconds: answered once it is stored, and no later. */
export function notify({ clientOf, rates, log }: Ports): RequestHandler {
  return async (req, res) => {
    const trace = traceOf(req, NOTIFY_PATH);
    const no = (status: number, message: string) => res.status(status).json({ code: 'FAIL', message });
    try {
      await limitAddress(req, rates.notification);
      await new Promise<void>((resolve, reject) => {
        bytes(req, res, (error?: unknown) => (error ? reject(error as Error) : resolve()));
      });
      const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
      const client = clientOf('payments', payments.v1.PaymentsServiceService);
      const request = { channel: String(req.params['channel']), headers: headersOf(req), body };
      const answer = await client.notify(request, { traceparent: trace.traceparent });
      if (isRefusal(answer)) no(500, answer.refused);
      else if (answer.disbelieved === 'no-such-channel') no(404, answer.disbelieved);
      else if (answer.disbelieved) no(401, answer.disbelieved);
      else res.status(204).end();
      trace.end();
    } catch (error) {
      trace.end(error);
      const { status, slug } = problemOfError(error);
      if (status >= 500) report(log, req, error);
      if (!res.headersSent) no(status, slug);
    }
  };
}

const headersOf = (req: Request): Record<string, string> =>
  Object.fromEntries(signed.flatMap((name) => (req.get(name) === undefined ? [] : [[name, req.get(name)!]])));
