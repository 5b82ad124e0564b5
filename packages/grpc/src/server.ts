import {
  type Metadata,
  Server,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceDefinition,
  type UntypedServiceImplementation,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import { once } from 'node:events';
import { together } from '@lianban/protos';
import { isRefusal } from '@lianban/model';
import type { Log } from '@lianban/telemetry';
import { unaryHandler, broken, notAllowed } from './unary-handler';
import { healthDefinition, healthHandlers } from './health';
import { type AccessPolicy, isAllowed } from './access-policy';
import { type Told, statusOf, toStatus } from './refusal-status';
import { type GrpcSecurity, inTheClear } from './security';
import { type Served, batchHandlers } from './rpc-batching-server';
import type { CallContext, Definition, Handlers, Method } from './types';

const { TogetherServiceService } = together.v1;

/** One gRPC service and what answers it. */
export interface GrpcService {
  readonly definition: Definition;
  readonly handlers: Readonly<Record<string, unknown>>;
  readonly callers: AccessPolicy<string>;
}

/** @param callers which services may call it, where callers prove who they are: nobody else may */
export const grpcService = <D extends Definition>(
  definition: D,
  handlers: Handlers<D>,
  callers: AccessPolicy<keyof D & string> = { gateway: 'everything' },
): GrpcService => ({ definition, handlers, callers });

export interface GrpcServer {
  readonly port: number;
  /** Refuses new calls, ends streams, lets calls under way end (at most `ms`), then closes. */
  stop(ms: number): Promise<void>;
}

/** What every kind of call has. */
interface Call extends Pick<ServerUnaryCall<unknown, unknown>, 'metadata' | 'getDeadline' | 'getAuthContext'> {
  on(event: 'cancelled', listener: () => void): unknown;
}
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
  security: GrpcSecurity = inTheClear,
): Promise<GrpcServer> {
  const server = new Server({
    'grpc.max_receive_message_length': 1024 * 1024,
    // A caller that connects again looks anew who is there: copies that came later get their part of the calls.
    'grpc.max_connection_age_ms': 5 * 60_000,
    'grpc.max_connection_age_grace_ms': 5 * 60_000,
  });
  const stopping = new AbortController();
  const methods = new Map<string, Served>();
  const admit: Admit = (call) => contextOfCall(call, security);
  // Without certificates nobody is who they say, and a list of names would only look like a guard.
  const listed = (callers: AccessPolicy<string>, name: string) => (caller: string) =>
    !security.nameIn || isAllowed(callers, caller, name);
  const serve = (
    { definition, handlers, callers }: GrpcService,
    isAllowed = (name: string) => listed(callers, name),
  ) => {
    const implementation: UntypedServiceImplementation = {};
    for (const [name, method] of Object.entries(definition as ServedDefinition)) {
      const { path, requestDeserialize: read, responseSerialize: write, requestStream, responseStream } = method;
      if (responseStream) {
        const served = { path, log, admit, isAllowed: isAllowed(name), stopping: stopping.signal };
        implementation[name] = stream(handlers[name] as Stream, served);
        continue;
      }
      const answer = unaryHandler(handlers[name] as Handler, path, log, isAllowed(name));
      if (requestStream) {
        implementation[name] = receiving(answer, admit);
        continue;
      }
      methods.set(path, { read, write, answer });
      implementation[name] = unary(answer, admit);
    }
    server.addService(definition as unknown as ServiceDefinition, implementation);
  };
  for (const service of services) serve(service);
  // Each call in it is looked at by itself.
  serve(grpcService(TogetherServiceService, batchHandlers(new Map(methods))), () => () => true);
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

const text = (metadata: Metadata, key: string): string | undefined => metadata.get(key)[0]?.toString();

interface NotAdmitted {
  readonly notAdmitted: Told;
}
type Admit = (call: Call) => CallContext | NotAdmitted;
const no = (code: status, message: string): NotAdmitted => ({ notAdmitted: { code, message, details: [] } });

/** The caller's identity and its deadline, or why the call is not let in. */
function contextOfCall(call: Call, { nameIn }: GrpcSecurity): CallContext | NotAdmitted {
  const caller = text(call.metadata, 'x-caller');
  if (!caller) return no(status.INVALID_ARGUMENT, 'the call names no caller: set the metadata x-caller');
  if (call.getDeadline() === Infinity) return no(status.INVALID_ARGUMENT, 'the call has no deadline: set one');
  if (nameIn && nameIn(call.getAuthContext().sslPeerCertificate?.subjectaltname) !== caller)
    return no(status.UNAUTHENTICATED, `the certificate is not that of ${caller}`);
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
  (answer: Served['answer'], admit: Admit) =>
  (call: ServerUnaryCall<unknown, unknown>, reply: sendUnaryData<unknown>) =>
    answerOnce(answer, call.request, admit(call), reply);

/** The messages arrive no faster than they are read. */
const receiving =
  (answer: Served['answer'], admit: Admit) =>
  (call: ServerReadableStream<unknown, unknown>, reply: sendUnaryData<unknown>) =>
    answerOnce(answer, call, admit(call), reply);

async function answerOnce(
  answer: Served['answer'],
  request: unknown,
  context: CallContext | NotAdmitted,
  reply: sendUnaryData<unknown>,
): Promise<void> {
  if ('notAdmitted' in context) return reply(toStatus(context.notAdmitted));
  const answered = await answer(request, context);
  if ('status' in answered) reply(toStatus(answered.status));
  else reply(null, answered.response);
}

interface ServedStream {
  readonly path: string;
  readonly log: Log;
  readonly admit: Admit;
  readonly isAllowed: (caller: string) => boolean;
  readonly stopping: AbortSignal;
}

const stream =
  (answer: Stream, { path, log, admit, isAllowed, stopping }: ServedStream) =>
  async (call: ServerWritableStream<unknown, unknown>) => {
    const context = admit(call);
    if ('notAdmitted' in context) return call.emit('error', toStatus(context.notAdmitted));
    if (!isAllowed(context.caller)) return call.emit('error', toStatus(notAllowed(context)));
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
