import { status } from '@grpc/grpc-js';
import type { together } from '@lianban/protos';
import type { Answered } from './unary-handler';
import type { CallContext, Handlers } from './types';

type TogetherService = typeof together.v1.TogetherServiceService;

/** A unary method as it is served. */
export interface Served {
  readonly read: (bytes: Buffer) => unknown;
  readonly write: (response: unknown) => Buffer;
  readonly answer: (request: unknown, context: CallContext) => Promise<Answered>;
}

/** Answers calls that came as one: each by its own method, with its own person and trace, and its own outcome. */
export function batchHandlers(methods: ReadonlyMap<string, Served>): Handlers<TogetherService> {
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
    const { onBehalfOf, traceparent } = call;
    const own = { ...context, onBehalfOf: onBehalfOf || undefined, traceparent: traceparent || undefined };
    const answered = await method.answer(request, own);
    if ('status' in answered) return { response: none, status: answered.status };
    return { response: method.write(answered.response), status: undefined };
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
