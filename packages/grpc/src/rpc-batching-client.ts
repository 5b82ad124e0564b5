import type { together } from '@lianban/protos';
import type { Refusal } from '@lianban/model';
import { type Traced, SpanKind, endSpan, startSpan } from '@lianban/telemetry';
import { BatchScheduler } from './batch-scheduler';
import { refusalIn } from './refusal-status';
import { CallFailed, type CallOptions, type ResponseOf } from './types';

type BatchResponse = ResponseOf<typeof together.v1.TogetherServiceService.call>;

export interface BatchingPorts {
  /** Name of the peer, for errors and spans. */
  readonly peer: string;
  readonly path: string;
  readonly read: (response: Buffer) => unknown;
  /** Makes a call of its own, with the encoded request. */
  readonly sendSingle: (request: Buffer, options: CallOptions) => Promise<unknown>;
  /** What proves the person of a call. */
  readonly tokenFor: (options: CallOptions) => string | Promise<string>;
  readonly sendBatch: (request: together.v1.CallRequest, options: CallOptions) => Promise<BatchResponse | Refusal>;
  /** The error for a status that is no refusal. */
  readonly failed: (code: number, details: string) => CallFailed;
}

/** A call that has no result yet. */
interface PendingCall {
  readonly request: Buffer;
  readonly options: CallOptions;
  readonly until: number;
  isSettled: boolean;
  settle(result: { readonly answer: unknown } | { readonly error: unknown }): void;
}

/**
 * A unary method whose concurrent calls are sent in batches. Each call keeps its own deadline, signal, person, trace and
 * outcome. A peer of a release without batches is called one by one.
 */
export function batchCalls(ports: BatchingPorts): (request: Buffer, options: Deadlined) => Promise<unknown> {
  const single = async (pending: PendingCall): Promise<void> => {
    if (pending.isSettled) return;
    const options = { ...pending.options, deadlineMs: Math.max(1, pending.until - Date.now()) };
    await ports.sendSingle(pending.request, options).then(
      (answer) => pending.settle({ answer }),
      (error: unknown) => pending.settle({ error }),
    );
  };

  const batch = async (all: readonly PendingCall[]): Promise<void> => {
    const open = all.filter(({ isSettled }) => !isSettled);
    // Every call of the batch may have passed its deadline while a peer hangs.
    if (open.length === 0) return;
    const spans = open.map(({ options }) =>
      startSpan(ports.path.slice(1), SpanKind.CLIENT, options.traceparent, {
        'rpc.system': 'grpc',
        'rpc.service': ports.peer,
      }),
    );
    const deadlineMs = Math.max(1, ...open.map(({ until }) => until - Date.now()));
    try {
      const calls = await Promise.all(
        open.map(async (pending, i) => encoded(ports.path, pending, spans[i]!, await ports.tokenFor(pending.options))),
      );
      const { answers } = (await ports.sendBatch({ calls }, { deadlineMs })) as BatchResponse;
      open.forEach((pending, i) => pending.settle(outcomeOf(answers[i], ports)));
      spans.forEach(({ span }) => endSpan(span));
    } catch (error) {
      spans.forEach(({ span }) => endSpan(span, error));
      if (error instanceof CallFailed && error.code === 'UNIMPLEMENTED') await Promise.all(open.map(single));
      else open.forEach((pending) => pending.settle({ error }));
    }
  };

  const scheduler = new BatchScheduler<PendingCall>({ single, batch });
  return (request, options) =>
    new Promise((resolve, reject) => {
      const { signal, deadlineMs } = options;
      const failed = (code: string, detail: string) => new CallFailed(ports.peer, code, detail, true);
      const cancel = () => pending.settle({ error: failed('CANCELLED', 'nobody waits for the answer any more') });
      const late = () => pending.settle({ error: failed('DEADLINE_EXCEEDED', `no answer within ${deadlineMs} ms`) });
      const timer = setTimeout(late, deadlineMs);
      const pending: PendingCall = {
        ...{ request, options, until: Date.now() + deadlineMs, isSettled: false },
        settle(result) {
          pending.isSettled = true;
          clearTimeout(timer);
          signal?.removeEventListener('abort', cancel);
          if ('error' in result) reject(result.error as Error);
          else resolve(result.answer);
        },
      };
      if (signal?.aborted) return cancel();
      signal?.addEventListener('abort', cancel, { once: true });
      scheduler.add({ bytes: request.length, call: pending });
    });
}

export type Deadlined = CallOptions & { readonly deadlineMs: number };

const encoded = (
  path: string,
  { request, options }: PendingCall,
  { traceparent }: Traced,
  personToken: string,
): together.v1.SingleCall => ({
  path,
  request,
  onBehalfOf: options.onBehalfOf ?? '',
  traceparent: traceparent ?? '',
  personToken,
});

function outcomeOf(answer: together.v1.SingleAnswer | undefined, { read, failed, peer }: BatchingPorts) {
  if (!answer) return { error: new CallFailed(peer, 'INTERNAL', 'it answered fewer calls than it was asked', true) };
  const { response, status } = answer;
  if (!status) return { answer: read(Buffer.from(response.buffer, response.byteOffset, response.length)) };
  const refusal = refusalIn(status);
  return refusal ? { answer: refusal } : { error: failed(status.code, status.message) };
}
