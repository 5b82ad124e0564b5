import { type Refusal, refuse } from '@lianban/model';
import type { CallContext } from '@lianban/grpc';

export interface Caller {
  readonly officer: string;
  readonly isSupervisor: boolean;
}

/** The officer is who the gateway proved, carried as the person on whose behalf it calls. */
export function callerOf({ onBehalfOf }: CallContext): Caller | Refusal {
  const [, role, officer] = /^(officer|supervisor):(.+)$/.exec(onBehalfOf ?? '') ?? [];
  return officer
    ? { officer, isSupervisor: role === 'supervisor' }
    : refuse('officer-missing', 'Only an officer acts on a case: call on behalf of one.');
}

export const supervisorOnly = refuse('supervisor-only', 'Only a supervisor may do this.');
