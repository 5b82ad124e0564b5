import { CallFailed, connect, grpcSecurity } from '@lianban/grpc';
import type { Config } from '@lianban/runtime';
import { createLog } from '@lianban/telemetry';
import { isRefusal } from '@lianban/model';
import { applications, casework } from '@lianban/protos';
import type { CommandResult } from './output';
import type { OperatorDecision } from './parked';
import { Problem } from './problem';

export interface TakenOver extends OperatorDecision {
  readonly number: string;
  readonly step: string;
  readonly outcome: 'granted' | 'refused';
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Decides a step in place of its department; `applications` checks whether that is allowed. */
export async function takeOver({ addresses, tls }: Config['grpc'], taken: TakenOver): Promise<CommandResult> {
  const address = addresses['applications'];
  if (!address)
    throw new Problem(
      'no-address',
      'set SERVICE_ADDRESSES=applications=HOST:PORT: a step is taken over by the service itself',
    );
  const { number, step, outcome, reason, operator, facts } = taken;
  const { call, close } = connect(
    applications.v1.ApplicationsServiceService,
    address,
    'lianban-ops',
    'applications',
    [],
    grpcSecurity('lianban-ops', tls, createLog('lianban-ops', 'silent')),
  );
  try {
    const answer = await call.takeOver(
      {
        applicationNumber: number,
        step,
        reason,
        operator,
        facts: { ...facts },
        outcome: outcome === 'granted' ? casework.v1.Outcome.GRANTED : casework.v1.Outcome.REFUSED,
      },
      { onBehalfOf: `operator:${operator}` },
    );
    if (isRefusal(answer)) throw new Problem(answer.refused, `${answer.refused}: ${answer.detail}`);
    const { status } = answer;
    return {
      data: { number, step, outcome, status },
      lines: [`${step} of ${number} is ${outcome}; the application is ${status}`],
    };
  } catch (error) {
    if (error instanceof CallFailed) throw new Problem('call-failed', error.message);
    throw error;
  } finally {
    close();
  }
}
