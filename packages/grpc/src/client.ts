import { once } from 'node:events';
import { Client, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { together } from '@lianban/protos';
import { SpanKind, endSpan, startSpan } from '@lianban/telemetry';
import { maxReconnectDelayMs, waitForReady } from './wait-for-ready';
import { fromStatus } from './refusal-status';
import { type GrpcSecurity, insecure } from './security';
import { type BatchingPorts, batchCalls } from './rpc-batching-client';
import { type CallOptions, CallFailed, type Definition, type Method, type ServiceClient } from './types';

const { TogetherServiceService } = together.v1;
const defaultDeadlineMs = 5_000;
// After these the same call may succeed: the peer restarts, or was slow.
const passing = new Set([
  status.UNAVAILABLE,
  status.DEADLINE_EXCEEDED,
  status.RESOURCE_EXHAUSTED,
  status.ABORTED,
  status.CANCELLED,
]);

const roundRobin = JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] });

export interface Connection<D> {
  readonly call: ServiceClient<D>;
  close(): void;
}

type AnyMethod = Method<unknown, unknown>;

/**
 * A typed client of one service. Every call carries a deadline, this service's name and the person it is made for.
 * @param self name of the calling service  @param peer name of the called one, as in its certificate
 * @param batched methods that are called dozens of times at once: concurrent calls share a request
 */
export function connect<D extends Definition>(
  definition: D,
  address: string,
  self: string,
  peer: string,
  batched: readonly (keyof D & string)[] = [],
  security: GrpcSecurity = insecure,
): Connection<D> {
  const client = new Client(address, security.client(peer), {
    'grpc.keepalive_time_ms': 20_000,
    'grpc.initial_reconnect_backoff_ms': 100,
    'grpc.max_reconnect_backoff_ms': maxReconnectDelayMs,
    // An address may resolve to several processes: calls are spread over all of them.
    'grpc.service_config': roundRobin,
  });
  const tokenFor = ({ person }: CallOptions) => (person && security.personTokens?.(peer, person)) ?? '';
  const to = { client, self, name: peer, tokenFor };
  const call = Object.fromEntries(
    Object.entries(definition).map(([name, raw]) => {
      const method = raw as unknown as AnyMethod;
      if (method.requestStream) return [name, sending(to, method)];
      if (method.responseStream) return [name, streaming(to, method)];
      return [name, batched.includes(name) ? batching(to, method) : unary(to, method)];
    }),
  );
  return { call: call as unknown as ServiceClient<D>, close: () => client.close() };
}

function metadataFor(self: string, options: CallOptions, personToken: string): Metadata {
  const metadata = new Metadata();
  metadata.set('x-caller', self);
  if (personToken) metadata.set('x-person-token', personToken);
  if (options.onBehalfOf) metadata.set('x-on-behalf-of', options.onBehalfOf);
  if (options.traceparent) metadata.set('traceparent', options.traceparent);
  return metadata;
}

const failed = (peer: string, { code, details }: Pick<ServiceError, 'code' | 'details'>): CallFailed =>
  new CallFailed(peer, status[code] ?? String(code), details, passing.has(code));

/** Cancels a call when its signal aborts. Returns what removes the listener: one signal may outlive thousands of calls. */
function cancelWith(signal: AbortSignal | undefined, call: { cancel(): void }): () => void {
  if (!signal) return () => undefined;
  const cancel = () => call.cancel();
  if (signal.aborted) cancel();
  else signal.addEventListener('abort', cancel, { once: true });
  return () => signal.removeEventListener('abort', cancel);
}

const deadlineOf = (options: CallOptions) => Date.now() + (options.deadlineMs ?? defaultDeadlineMs);

/** The connection to one peer. */
interface Peer {
  readonly client: Client;
  readonly self: string;
  readonly name: string;
  /** What proves the person of a call; empty when there is none to prove. */
  readonly tokenFor: (options: CallOptions) => string | Promise<string>;
}

const unary =
  (to: Peer, method: AnyMethod) =>
  (request: unknown, options: CallOptions = {}) => {
    const deadline = deadlineOf(options);
    const traced = startSpan(method.path.slice(1), SpanKind.CLIENT, options.traceparent, {
      'rpc.system': 'grpc',
      'rpc.service': to.name,
    });
    const make = (token: string) =>
      new Promise<unknown>((resolve, reject) => {
        const started = to.client.makeUnaryRequest(
          method.path,
          method.requestSerialize,
          method.responseDeserialize,
          request,
          metadataFor(to.self, { ...options, traceparent: traced.traceparent }, token),
          { deadline },
          (error, response) => {
            forget();
            endSpan(traced.span, error ?? undefined);
            if (!error) return resolve(response);
            const refusal = error.code === status.FAILED_PRECONDITION ? fromStatus(error.metadata) : undefined;
            if (refusal) resolve(refusal);
            else reject(failed(to.name, error));
          },
        );
        const forget = cancelWith(options.signal, started);
      });
    return proved(to, options, deadline, make);
  };

/** Makes a call as soon as the connection is ready and the token at hand: at once, as a rule. */
function proved<T>(
  { client, tokenFor }: Peer,
  options: CallOptions,
  deadline: number,
  make: (token: string) => Promise<T>,
): Promise<T> {
  const ready = waitForReady(client, deadline);
  const token = tokenFor(options);
  if (!ready && typeof token === 'string') return make(token);
  return Promise.all([token, ready]).then(([it]) => make(it));
}

function batching(to: Peer, method: AnyMethod) {
  const call = batchCalls({
    peer: to.name,
    path: method.path,
    tokenFor: to.tokenFor,
    read: method.responseDeserialize,
    sendSingle: unary(to, { ...method, requestSerialize: (written) => written as Buffer }),
    sendBatch: unary(to, TogetherServiceService.call as unknown as AnyMethod) as BatchingPorts['sendBatch'],
    failed: (code, details) => failed(to.name, { code, details }),
  });
  return (request: unknown, options: CallOptions = {}) =>
    call(method.requestSerialize(request), { deadlineMs: defaultDeadlineMs, ...options });
}

/** Sends a stream of messages, no faster than the peer reads them, until all are sent or the response arrives. */
const sending =
  (to: Peer, method: AnyMethod) =>
  (requests: AsyncIterable<unknown>, options: CallOptions = {}) => {
    const { client, self, name } = to;
    const deadline = deadlineOf(options);
    const make = (token: string) =>
      new Promise<unknown>((resolve, reject) => {
        let failure: unknown;
        const over = new AbortController();
        const call = client.makeClientStreamRequest(
          method.path,
          method.requestSerialize,
          method.responseDeserialize,
          metadataFor(self, options, token),
          { deadline },
          (error, response) => {
            forget();
            over.abort();
            if (!error) return resolve(response);
            const refusal = error.code === status.FAILED_PRECONDITION ? fromStatus(error.metadata) : undefined;
            if (refusal) resolve(refusal);
            // An error of the source of the messages says more than "cancelled".
            else reject(failure instanceof Error ? failure : failed(name, error));
          },
        );
        // The callback gets the same error.
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
    return proved(to, options, deadline, make);
  };

const streaming = ({ client, self, name, tokenFor }: Peer, method: AnyMethod) =>
  async function* (request: unknown, options: CallOptions) {
    const deadline = deadlineOf(options);
    await waitForReady(client, deadline);
    const stream = client.makeServerStreamRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      request,
      metadataFor(self, options, await tokenFor(options)),
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
