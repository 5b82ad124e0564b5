import type { together } from '@lianban/protos';
import type { Refusal } from '@lianban/model';
import { type Traced, SpanKind, endSpan, startSpan } from '@lianban/telemetry';
import { BatchScheduler } from './batch-scheduler';
import { refusalIn } from './refusal-status';
import { CallFailed, type CallOptions, type ResponseOf } from './types';

type Together = ResponseOf<typeof together.v1.TogetherServiceService.call>;

export interface BatchingPorts {
  /** Name of the peer, for errors and spans. */
  readonly peer: string;
  readonly path: string;
  readonly read: (response: Buffer) => unknown;
  /** The method's own call, with its request already written. */
  readonly alone: (request: Buffer, options: CallOptions) => Promise<unknown>;
  readonly together: (request: together.v1.CallRequest, options: CallOptions) => Promise<Together | Refusal>;
  /** What a status that is no answer means. */
  readonly failed: (code: number, details: string) => CallFailed;
}

interface Asked {
  readonly request: Buffer;
  readonly options: CallOptions;
  readonly until: number;
  isSettled: boolean;
  settle(how: { readonly answer: unknown } | { readonly error: unknown }): void;
}

/**
 * A unary method whose calls go together with those made meanwhile. Each has its own deadline, signal, person, trace and
 * outcome; a peer of a release that knows no calls together is called one by one.
 */
export function batchCalls(ports: BatchingPorts): (request: Buffer, options: Deadlined) => Promise<unknown> {
  const alone = async (asked: Asked): Promise<void> => {
    if (asked.isSettled) return;
    const options = { ...asked.options, deadlineMs: Math.max(1, asked.until - Date.now()) };
    await ports.alone(asked.request, options).then(
      (answer) => asked.settle({ answer }),
      (error: unknown) => asked.settle({ error }),
    );
  };

  const asOne = async (all: readonly Asked[]): Promise<void> => {
    const open = all.filter(({ isSettled }) => !isSettled);
    // Behind a peer that hangs whole batches come to their end unsent.
    if (open.length === 0) return;
    const spans = open.map(({ options }) =>
      startSpan(ports.path.slice(1), SpanKind.CLIENT, options.traceparent, {
        'rpc.system': 'grpc',
        'rpc.service': ports.peer,
      }),
    );
    const calls = open.map((asked, i) => single(ports.path, asked, spans[i]!));
    const deadlineMs = Math.max(1, ...open.map(({ until }) => until - Date.now()));
    try {
      const { answers } = (await ports.together({ calls }, { deadlineMs })) as Together;
      open.forEach((asked, i) => asked.settle(outcomeOf(answers[i], ports)));
      spans.forEach(({ span }) => endSpan(span));
    } catch (error) {
      spans.forEach(({ span }) => endSpan(span, error));
      if (error instanceof CallFailed && error.code === 'UNIMPLEMENTED') await Promise.all(open.map(alone));
      else open.forEach((asked) => asked.settle({ error }));
    }
  };

  const gathering = new BatchScheduler<Asked>({ alone, together: asOne });
  return (request, options) =>
    new Promise((resolve, reject) => {
      const { signal, deadlineMs } = options;
      const failed = (code: string, detail: string) => new CallFailed(ports.peer, code, detail, true);
      const cancel = () => asked.settle({ error: failed('CANCELLED', 'nobody waits for the answer any more') });
      const late = () => asked.settle({ error: failed('DEADLINE_EXCEEDED', `no answer within ${deadlineMs} ms`) });
      const timer = setTimeout(late, deadlineMs);
      const asked: Asked = {
        ...{ request, options, until: Date.now() + deadlineMs, isSettled: false },
        settle(how) {
          asked.isSettled = true;
          clearTimeout(timer);
          signal?.removeEventListener('abort', cancel);
          if ('error' in how) reject(how.error as Error);
          else resolve(how.answer);
        },
      };
      if (signal?.aborted) return cancel();
      signal?.addEventListener('abort', cancel, { once: true });
      gathering.add({ bytes: request.length, call: asked });
    });
}

export type Deadlined = CallOptions & { readonly deadlineMs: number };

const single = (path: string, { request, options }: Asked, { traceparent }: Traced): together.v1.SingleCall => ({
  path,
  request,
  onBehalfOf: options.onBehalfOf ?? '',
  traceparent: traceparent ?? '',
});

function outcomeOf(answer: together.v1.SingleAnswer | undefined, { read, failed, peer }: BatchingPorts) {
  if (!answer) return { error: new CallFailed(peer, 'INTERNAL', 'it answered fewer calls than it was asked', true) };
  const { response, status: told } = answer;
  if (!told) return { answer: read(Buffer.from(response.buffer, response.byteOffset, response.length)) };
  const no = refusalIn(told);
  return no ? { answer: no } : { error: failed(told.code, told.message) };
}
