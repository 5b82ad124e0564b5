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
import { together } from '@lianban/protos';
import { isRefusal } from '../decider';
import type { Log } from '../telemetry';
import { answering, broken } from './answering';
import { healthDefinition, healthHandlers } from './health';
import { statusOf, toStatus } from './refusal-status';
import { type Served, togetherHandlers } from './together-server';
import type { CallContext, Definition, Handlers, Method } from './types';

const { TogetherServiceService } = together.v1;

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
type Handler = (request: unknown, call: CallContext) => Promise<unknown>;
type Stream = (request: unknown, call: CallContext) => AsyncIterable<unknown>;
type ServedDefinition = Readonly<Record<string, Method & ServedMethod>>;
interface ServedMethod {
  readonly requestDeserialize: (bytes: Buffer) => unknown;
  readonly responseSerialize: (response: unknown) => Buffer;
}

/** Starts a server with `services` and the standard health service, which says SERVING while `isReady()`. */
export async function serveGrpc(
  services: readonly GrpcService[],
  bind: string,
  port: number,
  isReady: () => boolean,
  log: Log,
): Promise<GrpcServer> {
  const server = new Server({
    'grpc.max_receive_message_length': 1024 * 1024,
    // A caller that connects again looks anew who is there: copies that came later get their part of the calls.
    'grpc.max_connection_age_ms': 5 * 60_000,
    'grpc.max_connection_age_grace_ms': 5 * 60_000,
  });
  const stopping = new AbortController();
  const methods = new Map<string, Served>();
  const serve = ({ definition, handlers }: GrpcService) => {
    const implementation: UntypedServiceImplementation = {};
    for (const [name, method] of Object.entries(definition as ServedDefinition)) {
      const { path, requestDeserialize: read, responseSerialize: write, responseStream } = method;
      if (responseStream) {
        implementation[name] = stream(handlers[name] as Stream, path, log, stopping.signal);
        continue;
      }
      const answer = answering(handlers[name] as Handler, path, log);
      methods.set(path, { read, write, answer });
      implementation[name] = unary(answer);
    }
    server.addService(definition as unknown as ServiceDefinition, implementation);
  };
  for (const service of services) serve(service);
  serve(grpcService(TogetherServiceService, togetherHandlers(new Map(methods))));
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

const unary =
  (answer: Served['answer']) => async (call: ServerUnaryCall<unknown, unknown>, reply: sendUnaryData<unknown>) => {
    const context = contextOfCall(call);
    if (typeof context === 'string') return reply({ code: status.INVALID_ARGUMENT, details: context });
    const answered = await answer(call.request, context);
    if ('status' in answered) reply(toStatus(answered.status));
    else reply(null, answered.response);
  };

const stream =
  (answer: Stream, path: string, log: Log, stopping: AbortSignal) =>
  async (call: ServerWritableStream<unknown, unknown>) => {
    const context = contextOfCall(call);
    if (typeof context === 'string') return call.emit('error', { code: status.INVALID_ARGUMENT, details: context });
    const { signal: gone } = context;
    const ended = AbortSignal.any([gone, stopping]);
    try {
      for await (const message of answer(call.request, { ...context, signal: ended })) {
        if (ended.aborted) break;
        if (isRefusal(message)) return call.emit('error', toStatus(statusOf(message)));
        // A reader that is slow must not fill our memory.
        if (!call.write(message)) await once(call, 'drain', { signal: ended });
      }
      if (!gone.aborted) call.end();
    } catch (error) {
      if (gone.aborted) return;
      if (stopping.aborted) call.end();
      else call.emit('error', toStatus(broken(log, path, error)));
    }
  };
