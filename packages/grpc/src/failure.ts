import { CallFailed } from './types';

// A peer that breaks, or does not know the method yet, may be mended before the deadline of what is asked.
const mendable = new Set(['INTERNAL', 'UNKNOWN', 'UNIMPLEMENTED']);

/** Why a call had no answer, and whether the same call may have one later. */
export const failureOf = (error: unknown): { readonly code: string; readonly mayPass: boolean } =>
  error instanceof CallFailed
    ? { code: error.code, mayPass: error.retry || mendable.has(error.code) }
    : { code: 'error', mayPass: false };
