import { CallFailed, type ServiceClient, connect, grpcSecurity } from '@lianban/grpc';
import type { Config } from '@lianban/runtime';
import { createLog } from '@lianban/telemetry';
import { type Refusal, isRefusal } from '@lianban/model';
import { applications, casework } from '@lianban/protos';
import type { CommandResult } from './output';
import type { OperatorDecision } from '@lianban/operations';
import { Problem } from './problem';

export interface TakenOver extends OperatorDecision {
  readonly number: string;
  readonly step: string;
  readonly outcome: 'granted' | 'refused';
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface Answered {
  readonly number: string;
  readonly step: string;
  readonly operator: string;
  readonly approve: boolean;
}

/** Asks another operator to approve a decision in place of a department; `applications` checks whether that is allowed. */
export async function takeOver(grpc: Config['grpc'], taken: TakenOver): Promise<CommandResult> {
  const { number, step, outcome, reason, operator, facts } = taken;
  const { status } = await withApplications(grpc, (call) =>
    call.takeOver(
      {
        applicationNumber: number,
        step,
        reason,
        operator,
        facts: { ...facts },
        outcome: outcome === 'granted' ? casework.v1.Outcome.GRANTED : casework.v1.Outcome.REFUSED,
      },
      { onBehalfOf: `operator:${operator}` },
    ),
  );
  return {
    data: { number, step, outcome, status },
    lines: [
      `${step} of ${number} is ${outcome} once another operator approves: take-over-answer ${number} ${step} --approve`,
    ],
  };
}

/** Approves or declines what another operator asked for. */
export async function answerTakeOver(grpc: Config['grpc'], answered: Answered): Promise<CommandResult> {
  const { number, step, operator, approve } = answered;
  const about = { applicationNumber: number, step, operator, approve };
  const { status } = await withApplications(grpc, (call) =>
    call.answerTakeOver(about, { onBehalfOf: `operator:${operator}` }),
  );
  return {
    data: { number, step, approve, status },
    lines: [
      approve
        ? `${step} of ${number} is taken over; the application is ${status}`
        : `${step} of ${number} waits for an operator as before`,
    ],
  };
}

type Applications = ServiceClient<typeof applications.v1.ApplicationsServiceService>;

async function withApplications(
  { addresses, tls }: Config['grpc'],
  ask: (call: Applications) => Promise<applications.v1.Application | Refusal>,
): Promise<applications.v1.Application> {
  const address = addresses['applications'];
  if (!address)
    throw new Problem(
      'no-address',
      'set SERVICE_ADDRESSES=applications=HOST:PORT: a step is taken over by the service itself',
    );
  const { call, close } = connect(
    applications.v1.ApplicationsServiceService,
    address,
    'lianban-ops',
    'applications',
    [],
    grpcSecurity('lianban-ops', tls, createLog('lianban-ops', 'silent')),
  );
  try {
    const answer = await ask(call);
    if (isRefusal(answer)) throw new Problem(answer.refused, `${answer.refused}: ${answer.detail}`);
    return answer;
  } catch (error) {
    if (error instanceof CallFailed) throw new Problem('call-failed', error.message);
    throw error;
  } finally {
    close();
  }
}
