import { type Metadata, type ServerUnaryCall, status } from '@grpc/grpc-js';
import type { BelievedPersons, OwnPersons, Said } from './person/believed';
import { personOf } from './person/believed';
import type { CallStatus } from './refusal-status';
import type { GrpcSecurity } from './security';
import type { CallContext } from './types';

/** The properties that all kinds of call have. */
export interface Call extends Pick<ServerUnaryCall<unknown, unknown>, 'metadata' | 'getDeadline' | 'getAuthContext'> {
  on(event: 'cancelled', listener: () => void): unknown;
}

export interface Rejected {
  readonly rejected: CallStatus;
}

export interface Admission {
  /** The context of a call, or the status with which it is rejected. */
  readonly call: (call: Call) => CallContext | Rejected | Promise<CallContext | Rejected>;
  /** The same of one that came with others, for a person of its own. */
  readonly within: (said: Said, context: CallContext) => CallContext | Rejected | Promise<CallContext | Rejected>;
}

const reject = (code: status, message: string): Rejected => ({ rejected: { code, message, details: [] } });

export function admission({ nameIn }: GrpcSecurity, persons: BelievedPersons, own: OwnPersons): Admission {
  const within: Admission['within'] = (said, context) => {
    const judged = (found: Awaited<ReturnType<typeof personOf>>) =>
      'fault' in found ? reject(status.UNAUTHENTICATED, found.fault) : { ...context, ...found };
    const found = personOf(said, context.caller, persons, own);
    return found instanceof Promise ? found.then(judged) : judged(found);
  };
  return {
    within,
    call(call) {
      const caller = text(call.metadata, 'x-caller');
      if (!caller) return reject(status.INVALID_ARGUMENT, 'the call names no caller: set the metadata x-caller');
      if (call.getDeadline() === Infinity) return reject(status.INVALID_ARGUMENT, 'the call has no deadline: set one');
      if (nameIn && nameIn(call.getAuthContext().sslPeerCertificate?.subjectaltname) !== caller)
        return reject(status.UNAUTHENTICATED, `the certificate is not that of ${caller}`);
      const gone = new AbortController();
      call.on('cancelled', () => gone.abort());
      const said = { token: text(call.metadata, 'x-person-token'), words: text(call.metadata, 'x-on-behalf-of') };
      return within(said, {
        caller,
        onBehalfOf: undefined,
        person: undefined,
        traceparent: text(call.metadata, 'traceparent'),
        signal: gone.signal,
      });
    },
  };
}

const text = (metadata: Metadata, key: string): string | undefined => metadata.get(key)[0]?.toString();
