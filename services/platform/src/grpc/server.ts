import {
  type Metadata,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceDefinition,
  type UntypedServiceImplementation,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import { once } from 'node:events';
import { isRefusal } from '../decider';
import { isPassing } from '../store';
import { type Log, SpanKind, endSpan, startSpan } from '../telemetry';
import { healthDefinition, healthHandlers } from './health';
import { toStatus } from './refusal-status';
import { CallFailed, type CallContext, type Definition, type Handlers } from './types';

/** One gRPC service and what answers it. */
export interface GrpcService {
  readonly definition: Definition;
  readonly handlers: Readonly<Record<string, unknown>>;
}
export const grpcService = <D extends Definition>(definition: D, handlers: Handlers<D>): GrpcService => ({
  definition,
  handlers,
});

export interface GrpcServer {
  readonly port: number;
  /** Refuses new calls, ends streams, lets calls under way end (at most `ms`), then closes. */
  stop(ms: number): Promise<void>;
}

type Call = ServerUnaryCall<unknown, unknown> | ServerWritableStream<unknown, unknown>;
type Answer = (request: unknown, call: CallContext) => Promise<unknown> & AsyncIterable<unknown>;

/** Starts a server with `services` and the standard health service, which says SERVING while `isReady()`. */
export async function serveGrpc(
  services: readonly GrpcService[],
  bind: string,
  port: number,
  isReady: () => boolean,
  log: Log,
): Promise<GrpcServer> {
  const server = new Server({ 'grpc.max_receive_message_length': 1024 * 1024 });
  const stopping = new AbortController();
  for (const { definition, handlers } of services) {
    const implementation: UntypedServiceImplementation = {};
    for (const [name, method] of Object.entries(definition)) {
      const answer = handlers[name] as Answer;
      implementation[name] = method.responseStream
        ? stream(answer, method.path, log, stopping.signal)
        : unary(answer, method.path, log);
    }
    server.addService(definition as unknown as ServiceDefinition, implementation);
  }
  server.addService(healthDefinition, healthHandlers(isReady, stopping.signal));
  const bound = await new Promise<number>((resolve, reject) =>
    server.bindAsync(`${bind}:${port}`, ServerCredentials.createInsecure(), (error, at) =>
      error ? reject(error) : resolve(at),
    ),
  );
  return {
    port: bound,
    stop: (ms) =>
      new Promise((resolve) => {
        stopping.abort();
        const forced = setTimeout(() => server.forceShutdown(), ms);
        server.tryShutdown(() => {
          clearTimeout(forced);
          resolve();
        });
      }),
  };
}

const text = (metadata: Metadata, key: string): string | undefined => metadata.get(key)[0]?.toString();

/** The caller's identity and its deadline, or what is wrong with the call. */
function contextOfCall(call: Call): CallContext | string {
  const caller = text(call.metadata, 'x-caller');
  if (!caller) return 'the call names no caller: set the metadata x-caller';
  if (call.getDeadline() === Infinity) return 'the call has no deadline: set one';
  const gone = new AbortController();
  call.on('cancelled', () => gone.abort());
  return {
    caller,
    onBehalfOf: text(call.metadata, 'x-on-behalf-of'),
    traceparent: text(call.metadata, 'traceparent'),
    signal: gone.signal,
  };
}

/** What the caller hears of an error: whether asking again can help, and nothing of what it says. */
const broken = (log: Log, path: string, error: unknown) => {
  log.error({ err: error, rpc: path }, 'call failed');
  const isPassingBy = isPassing(error) || (error instanceof CallFailed && error.retry);
  return isPassingBy
    ? { code: status.UNAVAILABLE, details: 'something this service needs is away: try again in a moment' }
    : { code: status.INTERNAL, details: 'internal error' };
};

const unary =
  (answer: Answer, path: string, log: Log) =>
  async (call: ServerUnaryCall<unknown, unknown>, reply: sendUnaryData<unknown>) => {
    const context = contextOfCall(call);
    if (typeof context === 'string') return reply({ code: status.INVALID_ARGUMENT, details: context });
    const traced = startSpan(path.slice(1), SpanKind.SERVER, context.traceparent, { 'rpc.system': 'grpc' });
    try {
      const response = await answer(call.request, { ...context, traceparent: traced.traceparent });
      endSpan(traced.span);
      if (isRefusal(response)) reply(toStatus(response));
      else reply(null, response);
    } catch (error) {
      endSpan(traced.span, error);
      reply(broken(log, path, error));
    }
  };

const stream =
  (answer: Answer, path: string, log: Log, stopping: AbortSignal) =>
  async (call: ServerWritableStream<unknown, unknown>) => {
    const context = contextOfCall(call);
    if (typeof context === 'string') return call.emit('error', { code: status.INVALID_ARGUMENT, details: context });
    const { signal: gone } = context;
    const ended = AbortSignal.any([gone, stopping]);
    try {
      for await (const message of answer(call.request, { ...context, signal: ended })) {
        if (ended.aborted) break;
        if (isRefusal(message)) return call.emit('error', toStatus(message));
        // A reader that is slow must not fill our memory.
        if (!call.write(message)) await once(call, 'drain', { signal: ended });
      }
      if (!gone.aborted) call.end();
    } catch (error) {
      if (gone.aborted) return;
      if (stopping.aborted) call.end();
      else call.emit('error', broken(log, path, error));
    }
  };
