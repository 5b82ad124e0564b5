import { status } from '@grpc/grpc-js';
import { isRefusal } from '@lianban/model';
import { type Log, SpanKind, endSpan, histograms, startSpan } from '@lianban/telemetry';
import { type CallStatus, statusOf } from './refusal-status';
import { type CallContext, CallFailed } from './types';

/** The result of one call: the handler's response, or the status that the caller gets instead. */
export type CallResult = { readonly response: unknown } | { readonly status: CallStatus };

/** Whether the caller may call the method, with this request. */
export type MayCall = (call: CallContext, request: unknown) => boolean;

/** What a server needs for a call that failed. */
export interface ErrorHandling {
  readonly log: Log;
  /** Whether the same call can succeed later, by an error of what the service itself depends on, such as its database. */
  readonly isPassing: (error: unknown) => boolean;
}

/**
 * Runs the handler of a unary method for one call, in a span, and measures it. Never throws.
 */
export const unaryHandler =
  (
    handler: (request: unknown, call: CallContext) => Promise<unknown>,
    path: string,
    errors: ErrorHandling,
    may: MayCall,
  ) =>
  async (request: unknown, context: CallContext): Promise<CallResult> => {
    const began = performance.now();
    const measured = (result: CallResult): CallResult => {
      const code = 'status' in result ? result.status.code : status.OK;
      histograms.calls().record((performance.now() - began) / 1000, {
        'rpc.method': path.slice(1),
        'rpc.response.status_code': status[code] ?? String(code),
      });
      return result;
    };
    if (!may(context, request)) return measured({ status: permissionDenied(context) });
    const traced = startSpan(path.slice(1), SpanKind.SERVER, context.traceparent, { 'rpc.system': 'grpc' });
    try {
      const response = await handler(request, { ...context, traceparent: traced.traceparent });
      endSpan(traced.span);
      return measured(isRefusal(response) ? { status: statusOf(response) } : { response });
    } catch (error) {
      endSpan(traced.span, error);
      // What it asked of others was given up with it: nobody waits for this answer, and nothing is wrong here.
      if (error instanceof CallFailed && context.signal.aborted) return measured({ status: givenUp });
      return measured({ status: errorStatus(errors, path, error) });
    }
  };

const givenUp: CallStatus = { code: status.CANCELLED, message: 'the caller has gone', details: [] };

export const permissionDenied = ({ caller }: CallContext): CallStatus => ({
  code: status.PERMISSION_DENIED,
  message: `${caller} may not call this`,
  details: [],
});

/** The status for an error: it says whether to call again, and nothing of the error's message. */
export function errorStatus({ log, isPassing }: ErrorHandling, path: string, error: unknown): CallStatus {
  log.error({ err: error, rpc: path }, 'call failed');
  return isPassing(error) || (error instanceof CallFailed && error.retry)
    ? { code: status.UNAVAILABLE, message: 'something this service needs is away: try again in a moment', details: [] }
    : { code: status.INTERNAL, message: 'internal error', details: [] };
}
