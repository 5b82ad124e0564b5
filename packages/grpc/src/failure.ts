import { CallFailed } from './types';

// A peer with a bug, or of a release without the method, may be updated before the deadline of the request.
const fixable = new Set(['INTERNAL', 'UNKNOWN', 'UNIMPLEMENTED']);

/** Why a call had no response, and whether the same call may have one later. */
export const failureOf = (error: unknown): { readonly code: string; readonly mayPass: boolean } =>
  error instanceof CallFailed
    ? { code: error.code, mayPass: error.retry || fixable.has(error.code) }
    : { code: 'error', mayPass: false };
