export { type Connection, connect } from './client';
export { failureOf } from './failure';
export { believedPersons } from './person/believed-persons';
export { localKeys } from './person/local-key';
export type { Person } from './person/person';
export { personTokens } from './person/sign';
export { type GrpcSecurity, grpcSecurity } from './security';
export { type GrpcServer, type GrpcService, grpcService, serveGrpc } from './server';
export { grpcContradictions, grpcSettings, grpcTls } from './settings';
export {
  type CallContext,
  CallFailed,
  type CallOptions,
  type Definition,
  type Handlers,
  type Method,
  type RequestOf,
  type ResponseOf,
  type ServiceClient,
} from './types';
