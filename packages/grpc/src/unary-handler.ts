import { status } from '@grpc/grpc-js';
import { isRefusal } from '@lianban/model';
import { isPassing } from '@lianban/mongo';
import { type Log, SpanKind, endSpan, histograms, startSpan } from '@lianban/telemetry';
import { type Told, statusOf } from './refusal-status';
import { CallFailed, type CallContext } from './types';

/** What a handler made of one call: its response, or the status the caller is told instead. */
export type Answered = { readonly response: unknown } | { readonly status: Told };

/**
 * Answers one call of a unary method, in a span of its own, and measures it. Never throws.
 * @param isAllowed whether a caller may call it
 */
export const unaryHandler =
  (
    answer: (request: unknown, call: CallContext) => Promise<unknown>,
    path: string,
    log: Log,
    isAllowed: (caller: string) => boolean,
  ) =>
  async (request: unknown, context: CallContext): Promise<Answered> => {
    const began = performance.now();
    const measured = (answered: Answered): Answered => {
      const code = 'status' in answered ? answered.status.code : status.OK;
      histograms.calls().record((performance.now() - began) / 1000, {
        'rpc.method': path.slice(1),
        'rpc.response.status_code': status[code] ?? String(code),
      });
      return answered;
    };
    if (!isAllowed(context.caller)) return measured({ status: notAllowed(context) });
    const traced = startSpan(path.slice(1), SpanKind.SERVER, context.traceparent, { 'rpc.system': 'grpc' });
    try {
      const response = await answer(request, { ...context, traceparent: traced.traceparent });
      endSpan(traced.span);
      return measured(isRefusal(response) ? { status: statusOf(response) } : { response });
    } catch (error) {
      endSpan(traced.span, error);
      return measured({ status: broken(log, path, error) });
    }
  };

export const notAllowed = ({ caller }: CallContext): Told => ({
  code: status.PERMISSION_DENIED,
  message: `${caller} may not call this`,
  details: [],
});

/** What the caller hears of an error: whether asking again can help, and nothing of what it says. */
export function broken(log: Log, path: string, error: unknown): Told {
  log.error({ err: error, rpc: path }, 'call failed');
  const isPassingBy = isPassing(error) || (error instanceof CallFailed && error.retry);
  return isPassingBy
    ? { code: status.UNAVAILABLE, message: 'something this service needs is away: try again in a moment', details: [] }
    : { code: status.INTERNAL, message: 'internal error', details: [] };
}
