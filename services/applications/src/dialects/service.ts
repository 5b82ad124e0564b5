import { steps } from '@lianban/protos';
import type { PublishedEvent } from '@lianban/model';
import { type ServiceKind, kindMessage } from '@lianban/steps';
import type { ServiceStepRequested, StepEvent } from '../domain/events';

const { v1 } = steps;

// What city services are asked, in steps.v1.

type OfService = StepEvent & { readonly kind: ServiceKind };

export function requested(event: ServiceStepRequested): PublishedEvent {
  const { package: code, packageVersion, itemVersion, residentId, district, answers, earlier, at, dueAt } = event;
  const value = {
    ref: refOf(event),
    package: code,
    packageVersion,
    itemVersion,
    residentId,
    district,
    answers: { ...answers },
    earlier: { ...earlier },
    requestedAt: at,
    dueAt: dueAt ?? undefined,
  };
  return toService(event, v1.StepRequested, value satisfies steps.v1.StepRequested);
}

export function cancellation(event: OfService, reason: string): PublishedEvent {
  const value = { ref: refOf(event), reason, requestedAt: event.at };
  return toService(event, v1.StepCancellationRequested, value satisfies steps.v1.StepCancellationRequested);
}

export function undo(event: OfService, reason: string): PublishedEvent {
  const value = { ref: refOf(event), reason, requestedAt: event.at };
  return toService(event, v1.StepUndoRequested, value satisfies steps.v1.StepUndoRequested);
}

const refOf = ({ number, step, item, department, kind }: OfService): steps.v1.StepRef => ({
  applicationNumber: number,
  step,
  item,
  service: department,
  kind: kindMessage[kind],
});

const toService = (
  { number, step, department }: OfService,
  type: PublishedEvent['type'],
  value: unknown,
): PublishedEvent => ({ type, value, subject: `${number}/${step}`, addressee: department });
