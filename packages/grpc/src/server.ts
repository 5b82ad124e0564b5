import {
  Server,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceDefinition,
  type UntypedServiceImplementation,
  type sendUnaryData,
} from '@grpc/grpc-js';
import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import { together } from '@lianban/protos';
import { isRefusal } from '@lianban/model';
import type { Log } from '@lianban/telemetry';
import { type ErrorHandling, type MayCall, errorStatus, permissionDenied, unaryHandler } from './unary-handler';
import { healthDefinition, healthHandlers } from './health';
import { type AccessPolicy, type PersonDemands, isAllowed, isImpostor } from './access-policy';
import { type Admission, type Rejected, admission } from './admission';
import { type BelievedPersons, type OwnPersons, believesNobody } from './person/believed';
import { statusOf, toStatus } from './refusal-status';
import { type GrpcSecurity, insecure } from './security';
import { type UnaryMethod, batchHandlers } from './rpc-batching-server';
import type { CallContext, Definition, Handlers, Method } from './types';

const { TogetherServiceService } = together.v1;

/** One gRPC service, its handlers and its access policy. */
export interface GrpcService {
  readonly definition: Definition;
  readonly handlers: Readonly<Record<string, unknown>>;
  readonly callers: Callers<string>;
  readonly demands?: PersonDemands<Definition>;
}

/** One that changes while the service runs is looked up at each call. */
type Callers<M extends string> = AccessPolicy<M> | (() => AccessPolicy<M>);

/**
 * @param callers the services that may call it, where callers are verified: no other may
 */
export const grpcService = <D extends Definition>(
  definition: D,
  handlers: Handlers<D>,
  callers: Callers<keyof D & string> = { gateway: 'everything' },
  demands: PersonDemands<D> = {},
): GrpcService => ({ definition, handlers, callers, demands: demands as PersonDemands<Definition> });

export interface GrpcServer {
  readonly port: number;
  /** Refuses new calls, ends streams, waits for calls in progress (at most `ms`), then closes. */
  stop(ms: number): Promise<void>;
}

type Handler = (request: unknown, call: CallContext) => Promise<unknown>;
type Stream = (request: unknown, call: CallContext) => AsyncIterable<unknown>;
type ServedDefinition = Readonly<Record<string, Method & ServedMethod>>;
interface ServedMethod {
  readonly requestDeserialize: (bytes: Buffer) => unknown;
  readonly responseSerialize: (response: unknown) => Buffer;
}

export interface ServerOptions {
  readonly bind: string;
  /** 0 is any free port. */
  readonly port: number;
  readonly log: Log;
  readonly isReady?: () => boolean;
  readonly security?: GrpcSecurity;
  /** Without it, a call that names a person is rejected. */
  readonly persons?: BelievedPersons;
  /** Whether a handler's error may pass: its caller is then told to call again. */
  readonly isPassing?: (error: unknown) => boolean;
}

/** Starts a server with `services` and the standard health service, which answers SERVING while `isReady()`. */
export async function serveGrpc(services: readonly GrpcService[], options: ServerOptions): Promise<GrpcServer> {
  const { bind, port, log, isReady = () => true } = options;
  const { security = insecure, persons = believesNobody, isPassing = () => false } = options;
  const server = new Server({
    'grpc.max_receive_message_length': 1024 * 1024,
    // A client that connects again resolves the address again, so processes started later get their share of the calls.
    'grpc.max_connection_age_ms': 5 * 60_000,
    'grpc.max_connection_age_grace_ms': 5 * 60_000,
  });
  const stopping = new AbortController();
  const methods = new Map<string, UnaryMethod>();
  const errors = { log, isPassing };
  const own: OwnPersons = Object.assign({}, ...services.map(({ demands }) => demands?.ownPersons));
  const admitted = admission(security, persons, own);
  const admit = admitted.call;
  // Without certificates the caller's name is not verified, and checking it would only look like protection.
  const isListed = (callers: Callers<string>, name: string, call: CallContext) =>
    !security.nameIn || isAllowed(typeof callers === 'function' ? callers() : callers, call, name);
  const serve = ({ definition, handlers, callers, demands }: GrpcService, isOpen = false) => {
    const implementation: UntypedServiceImplementation = {};
    for (const [name, method] of Object.entries(definition as ServedDefinition)) {
      const may: MayCall = (call, request) =>
        isOpen || (isListed(callers, name, call) && !isImpostor(demands?.actors?.[name], request, call));
      const { path, requestDeserialize: read, responseSerialize: write, requestStream, responseStream } = method;
      if (responseStream) {
        const served = { path, errors, admit, may, stopping: stopping.signal };
        implementation[name] = stream(handlers[name] as Stream, served);
        continue;
      }
      const handle = unaryHandler(handlers[name] as Handler, path, errors, may);
      if (requestStream) {
        implementation[name] = receiving(handle, admit);
        continue;
      }
      methods.set(path, { read, write, handle });
      implementation[name] = unary(handle, admit);
    }
    server.addService(definition as unknown as ServiceDefinition, inContextOfServer(implementation));
  };
  for (const service of services) serve(service);
  // The access policy is applied to each call of a batch.
  serve(grpcService(TogetherServiceService, batchHandlers(new Map(methods), admitted.within)), true);
  server.addService(healthDefinition, healthHandlers(isReady, stopping.signal));
  const bound = await new Promise<number>((resolve, reject) =>
    server.bindAsync(`${bind}:${port}`, security.server, (error, at) => (error ? reject(error) : resolve(at))),
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

/** The library calls handlers in no context; where several services share a process, it says which of them works. */
const inContextOfServer = (implementation: UntypedServiceImplementation): UntypedServiceImplementation =>
  Object.fromEntries(Object.entries(implementation).map(([name, handle]) => [name, AsyncLocalStorage.bind(handle)]));

const unary =
  (handle: UnaryMethod['handle'], admit: Admission['call']) =>
  (call: ServerUnaryCall<unknown, unknown>, reply: sendUnaryData<unknown>) =>
    answerOnce(handle, call.request, admit(call), reply);

/** Reads no faster than the handler does. */
const receiving =
  (handle: UnaryMethod['handle'], admit: Admission['call']) =>
  (call: ServerReadableStream<unknown, unknown>, reply: sendUnaryData<unknown>) =>
    answerOnce(handle, call, admit(call), reply);

async function answerOnce(
  handle: UnaryMethod['handle'],
  request: unknown,
  admitted: CallContext | Rejected | Promise<CallContext | Rejected>,
  reply: sendUnaryData<unknown>,
): Promise<void> {
  const context = admitted instanceof Promise ? await admitted : admitted;
  if ('rejected' in context) return reply(toStatus(context.rejected));
  const result = await handle(request, context);
  if ('status' in result) reply(toStatus(result.status));
  else reply(null, result.response);
}

interface ServedStream {
  readonly path: string;
  readonly errors: ErrorHandling;
  readonly admit: Admission['call'];
  readonly may: MayCall;
  readonly stopping: AbortSignal;
}

const stream =
  (handle: Stream, { path, errors, admit, may, stopping }: ServedStream) =>
  async (call: ServerWritableStream<unknown, unknown>) => {
    const context = await admit(call);
    if ('rejected' in context) return call.emit('error', toStatus(context.rejected));
    if (!may(context, call.request)) return call.emit('error', toStatus(permissionDenied(context)));
    const { signal: gone } = context;
    const ended = AbortSignal.any([gone, stopping]);
    try {
      for await (const message of handle(call.request, { ...context, signal: ended })) {
        if (ended.aborted) break;
        if (isRefusal(message)) return call.emit('error', toStatus(statusOf(message)));
        // A slow reader must not fill this process's memory.
        if (!call.write(message)) await once(call, 'drain', { signal: ended });
      }
      if (!gone.aborted) call.end();
    } catch (error) {
      if (gone.aborted) return;
      if (stopping.aborted) call.end();
      else call.emit('error', toStatus(errorStatus(errors, path, error)));
    }
  };
