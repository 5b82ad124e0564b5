export { connect, type Connection } from './client';
export type { Callers } from './may-call';
export { grpcSecurity, type GrpcSecurity, type GrpcTls } from './security';
export { grpcService, serveGrpc, type GrpcServer, type GrpcService } from './server';
export { CallFailed, type CallContext, type CallOptions, type Caller, type Definition, type Handlers } from './types';
