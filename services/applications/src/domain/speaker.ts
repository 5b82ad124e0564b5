import type { Refusal } from '@lianban/model';
import type { ApplicationState } from './application';
import { findStep, type Plans, type PlanStep } from './plan';
import { planOf } from './running-plan';

export const unknownApplication: Refusal = {
  refused: 'unknown-application',
  detail: 'There is no application with this number: check the number.',
};

export const unknownStep = (step: string): Refusal => ({
  refused: 'unknown-step',
  detail: `This application has no step "${step}".`,
  pointer: '/step',
});

/** Only the service that performs a step speaks of it. */
export const notItsStep = ({ id, department }: PlanStep, speaker: string): Refusal | undefined =>
  speaker === department
    ? undefined
    : { refused: 'not-your-step', detail: `Step "${id}" belongs to ${department}, not to "${speaker}".` };

/**
 * Why an application does not hear of a subject from a service, whatever is said of it: "permits:LB1/licence" is heard only
 * when permits performs the step "licence" of LB1. Nobody else can make its document grow, or park anything of it.
 */
export function disbelievedOf(plans: Plans): (place: string, state: ApplicationState) => Refusal | undefined {
  return (place, state) => {
    if (state.submittedAt === null) return unknownApplication;
    const [speaker = '', subject = ''] = place.split(':', 2);
    const id = subject.slice(state.number.length + 1);
    const step = findStep(planOf(state, plans), id);
    return step === undefined ? unknownStep(id) : notItsStep(step, speaker);
  };
}
