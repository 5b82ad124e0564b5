import { once } from 'node:events';
import { Client, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { together } from '@lianban/protos';
import { SpanKind, endSpan, startSpan } from '@lianban/telemetry';
import { longestPauseMs, waitForReady } from './wait-for-ready';
import { fromStatus } from './refusal-status';
import { type GrpcSecurity, inTheClear } from './security';
import { type BatchingPorts, batchCalls } from './rpc-batching-client';
import { type CallOptions, CallFailed, type Caller, type Definition, type Method } from './types';

const { TogetherServiceService } = together.v1;
const defaultDeadlineMs = 5_000;
// A status after which the same call may succeed: the callee restarts, or was only slow.
const passing = new Set([
  status.UNAVAILABLE,
  status.DEADLINE_EXCEEDED,
  status.RESOURCE_EXHAUSTED,
  status.ABORTED,
  status.CANCELLED,
]);

const everyCopy = JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] });

export interface Connection<D> {
  readonly call: Caller<D>;
  close(): void;
}

type AnyMethod = Method<unknown, unknown>;

/**
 * A typed client for one service. Every call carries a deadline, this service's name and the person it acts for.
 * @param self name of the calling service  @param peer name of the called one, as its certificate has it
 * @param together methods that are called dozens of times at a moment: calls made meanwhile go as one
 */
export function connect<D extends Definition>(
  definition: D,
  address: string,
  self: string,
  peer: string,
  together: readonly (keyof D & string)[] = [],
  security: GrpcSecurity = inTheClear,
): Connection<D> {
  const client = new Client(address, security.client(peer), {
    'grpc.keepalive_time_ms': 20_000,
    'grpc.initial_reconnect_backoff_ms': 100,
    'grpc.max_reconnect_backoff_ms': longestPauseMs,
    // An address may stand for several copies: calls are spread over all of them.
    'grpc.service_config': everyCopy,
  });
  const to = { client, self, name: peer };
  const call = Object.fromEntries(
    Object.entries(definition).map(([name, raw]) => {
      const method = raw as unknown as AnyMethod;
      if (method.requestStream) return [name, sending(to, method)];
      if (method.responseStream) return [name, streaming(to, method)];
      return [name, together.includes(name) ? gathered(to, method) : unary(to, method)];
    }),
  );
  return { call: call as unknown as Caller<D>, close: () => client.close() };
}

function metadataFor(self: string, options: CallOptions): Metadata {
  const metadata = new Metadata();
  metadata.set('x-caller', self);
  if (options.onBehalfOf) metadata.set('x-on-behalf-of', options.onBehalfOf);
  if (options.traceparent) metadata.set('traceparent', options.traceparent);
  return metadata;
}

const failed = (peer: string, { code, details }: Pick<ServiceError, 'code' | 'details'>): CallFailed =>
  new CallFailed(peer, status[code] ?? String(code), details, passing.has(code));

/** Ends a call with its signal, and forgets the signal with its call: one signal may outlive thousands of calls. */
function cancelWith(signal: AbortSignal | undefined, call: { cancel(): void }): () => void {
  if (!signal) return () => undefined;
  const cancel = () => call.cancel();
  if (signal.aborted) cancel();
  else signal.addEventListener('abort', cancel, { once: true });
  return () => signal.removeEventListener('abort', cancel);
}

const deadlineOf = (options: CallOptions) => Date.now() + (options.deadlineMs ?? defaultDeadlineMs);

/** A client of one peer, as its methods need it. */
interface Peer {
  readonly client: Client;
  readonly self: string;
  readonly name: string;
}

const unary =
  (to: Peer, method: AnyMethod) =>
  (request: unknown, options: CallOptions = {}) => {
    const deadline = deadlineOf(options);
    const traced = startSpan(method.path.slice(1), SpanKind.CLIENT, options.traceparent, {
      'rpc.system': 'grpc',
      'rpc.service': to.name,
    });
    const make = () =>
      new Promise<unknown>((resolve, reject) => {
        const started = to.client.makeUnaryRequest(
          method.path,
          method.requestSerialize,
          method.responseDeserialize,
          request,
          metadataFor(to.self, { ...options, traceparent: traced.traceparent }),
          { deadline },
          (error, response) => {
            forget();
            endSpan(traced.span, error ?? undefined);
            if (!error) return resolve(response);
            const no = error.code === status.FAILED_PRECONDITION ? fromStatus(error.metadata) : undefined;
            if (no) resolve(no);
            else reject(failed(to.name, error));
          },
        );
        const forget = cancelWith(options.signal, started);
      });
    return waitForReady(to.client, deadline)?.then(make) ?? make();
  };

function gathered(to: Peer, method: AnyMethod) {
  const call = batchCalls({
    peer: to.name,
    path: method.path,
    read: method.responseDeserialize,
    alone: unary(to, { ...method, requestSerialize: (written) => written as Buffer }),
    together: unary(to, TogetherServiceService.call as unknown as AnyMethod) as BatchingPorts['together'],
    failed: (code, details) => failed(to.name, { code, details }),
  });
  return (request: unknown, options: CallOptions = {}) =>
    call(method.requestSerialize(request), { deadlineMs: defaultDeadlineMs, ...options });
}

/** Sends one message after another, no faster than they are taken, until all are sent or the answer is there. */
const sending =
  ({ client, self, name }: Peer, method: AnyMethod) =>
  (requests: AsyncIterable<unknown>, options: CallOptions = {}) => {
    const deadline = deadlineOf(options);
    const make = () =>
      new Promise<unknown>((resolve, reject) => {
        let failure: unknown;
        const over = new AbortController();
        const call = client.makeClientStreamRequest(
          method.path,
          method.requestSerialize,
          method.responseDeserialize,
          metadataFor(self, options),
          { deadline },
          (error, response) => {
            forget();
            over.abort();
            if (!error) return resolve(response);
            const no = error.code === status.FAILED_PRECONDITION ? fromStatus(error.metadata) : undefined;
            if (no) resolve(no);
            // Whoever reads what is to be sent has a better word for it than "cancelled".
            else reject(failure instanceof Error ? failure : failed(name, error));
          },
        );
        // What goes wrong with it is told to the callback as well.
        call.on('error', () => undefined);
        const forget = cancelWith(options.signal, call);
        const send = async () => {
          for await (const request of requests) {
            if (over.signal.aborted) return;
            if (!call.write(request)) await once(call, 'drain', { signal: over.signal });
          }
          call.end();
        };
        send().catch((error: unknown) => {
          if (over.signal.aborted) return;
          failure = error;
          call.cancel();
        });
      });
    return waitForReady(client, deadline)?.then(make) ?? make();
  };

const streaming = ({ client, self, name }: Peer, method: AnyMethod) =>
  async function* (request: unknown, options: CallOptions) {
    const deadline = deadlineOf(options);
    await waitForReady(client, deadline);
    const stream = client.makeServerStreamRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      request,
      metadataFor(self, options),
      { deadline },
    );
    const forget = cancelWith(options.signal, stream);
    try {
      for await (const message of stream) yield message;
    } catch (error) {
      if (options.signal?.aborted) return;
      throw failed(name, error as ServiceError);
    } finally {
      forget();
      stream.cancel();
    }
  };
