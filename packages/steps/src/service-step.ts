import { steps } from '@lianban/protos';
import type { Outcome, Progressed } from './contract';
import { type ServiceKind, serviceKinds, stepKinds } from './kinds';
import type { ServiceProgress, Shown } from './progress';
import { type Reading, at, reading } from './reading';

const { v1 } = steps;

/** What a city service says of a step, in steps.v1, as news of it. */
export const serviceNews: readonly Reading<steps.v1.StepRef>[] = [
  reading(v1.StepProgressed, progressed),
  reading(v1.StepFinished, ({ outcome, reason, facts, finishedAt }) => ({
    ...{ type: 'finished', ...at(finishedAt), outcome: outcomeOf(outcome), reason, facts: facts ?? {}, grounds: [] },
  })),
  reading(v1.StepCancelled, ({ cancelledAt }) => ({ type: 'cancelled', ...at(cancelledAt) })),
  reading(v1.StepUndone, ({ undoneAt }) => ({ type: 'undone', ...at(undoneAt) })),
];

export const kindMessage: Readonly<Record<ServiceKind, steps.v1.Kind>> = {
  payment: v1.Kind.PAYMENT,
  document: v1.Kind.DOCUMENT,
  booking: v1.Kind.BOOKING,
};

const kindOf = (message: steps.v1.Kind): ServiceKind | undefined =>
  serviceKinds.find((kind) => kindMessage[kind] === message);

function progressed({ ref, status, progressedAt, until, ...shown }: steps.v1.StepProgressed): Progressed {
  const kind = ref && kindOf(ref.kind);
  if (!kind) throw new Error('the reference does not say of which kind the step is');
  const { progress, shows } = stepKinds[kind];
  if (!(progress as readonly string[]).includes(status))
    throw new Error(`a ${kind} has no status "${status}": it is one of ${progress.join(', ')}`);
  const part = shownOf(shown);
  const stray = Object.keys(part).find((name) => name !== shows);
  if (stray) throw new Error(`a ${kind} shows no ${stray}`);
  return {
    type: 'progressed',
    ...at(progressedAt),
    // Checked above: the compiler cannot follow that status and part are of this kind.
    progress: { kind, status, ...(until && { until }), ...(part[shows] && { shown: part }) } as ServiceProgress,
  };
}

type Parts = Pick<steps.v1.StepProgressed, 'payment' | 'document' | 'appointment'>;

function shownOf({ payment, document, appointment }: Parts): Shown {
  return {
    ...(payment && { payment: { amountCents: payment.amountCents } }),
    ...(document && { document: { number: document.number } }),
    ...(appointment && { appointment: appointmentOf(appointment) }),
  };
}

function appointmentOf({ beginsAt, endsAt, place }: steps.v1.Appointment): NonNullable<Shown['appointment']> {
  if (!beginsAt) throw new Error('the appointment does not say when it begins');
  return { beginsAt, ...(endsAt && { endsAt }), place };
}

function outcomeOf(outcome: steps.v1.Outcome): Outcome {
  if (outcome === v1.Outcome.GRANTED) return 'granted';
  if (outcome === v1.Outcome.REFUSED) return 'refused';
  throw new Error('a step finishes granted or refused');
}
