import { status } from '@grpc/grpc-js';
import type { together } from '@lianban/protos';
import type { Admission } from './admission';
import type { CallContext, Handlers } from './types';
import type { CallResult } from './unary-handler';

type TogetherService = typeof together.v1.TogetherServiceService;

/** A unary method: its codec and its handler. */
export interface UnaryMethod {
  readonly read: (bytes: Buffer) => unknown;
  readonly write: (response: unknown) => Buffer;
  readonly handle: (request: unknown, context: CallContext) => Promise<CallResult>;
}

/** Serves a batch of calls: each by its own method, with its own person, trace and outcome. */
export function batchHandlers(
  methods: ReadonlyMap<string, UnaryMethod>,
  admit: Admission['within'],
): Handlers<TogetherService> {
  const one = async (call: together.v1.SingleCall, context: CallContext): Promise<together.v1.SingleAnswer> => {
    const method = methods.get(call.path);
    if (!method) return failed(status.UNIMPLEMENTED, `there is no unary method ${call.path.slice(0, 200)}`);
    let request: unknown;
    try {
      const { buffer, byteOffset, length } = call.request;
      request = method.read(Buffer.from(buffer, byteOffset, length));
    } catch {
      return failed(status.INVALID_ARGUMENT, `not a request of ${call.path}`);
    }
    const { personToken: token, onBehalfOf: words, traceparent } = call;
    const own = await admit({ token, words }, { ...context, traceparent: traceparent || undefined });
    if ('rejected' in own) return { response: none, status: own.rejected };
    const result = await method.handle(request, own);
    if ('status' in result) return { response: none, status: result.status };
    return { response: method.write(result.response), status: undefined };
  };
  return {
    call: async ({ calls }, context) => ({ answers: await Promise.all(calls.map((call) => one(call, context))) }),
  };
}

const none = Buffer.alloc(0);

const failed = (code: status, message: string): together.v1.SingleAnswer => ({
  response: none,
  status: { code, message, details: [] },
});
