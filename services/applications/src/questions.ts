import { residents } from '@lianban/protos';
import { type Asking, type Question, isRefusal, question } from '@lianban/platform';
import type { ApplicationState } from './domain/application';
import type { ApplicationCommand } from './domain/commands';
import type { GivenConsent } from './domain/consent';
import type { ApplicationEvent } from './domain/events';

interface ConsentsInput {
  readonly residentId: string;
  readonly agentId: string;
  readonly assistedBy: string;
  readonly consents: readonly GivenConsent[];
  readonly givenAt: Date;
  readonly step?: string;
}

const hourMs = 60 * 60 * 1000;

const settled = ({ step }: ConsentsInput, kept: boolean): ApplicationCommand => ({
  type: 'SettleConsents',
  kept,
  ...(step !== undefined && { step }),
});

/** Consents are taken down by residents, who keep them with the data they open. Without any, nobody is asked. */
export const questions: Readonly<Record<string, Question>> = {
  consents: question({
    peer: 'residents',
    definition: residents.v1.ConsentsServiceService,
    method: 'record',
    deadlineMs: hourMs,
    request: ({ residentId, agentId, assistedBy, consents, givenAt }: ConsentsInput, applicationNumber) => ({
      residentId,
      applicationNumber,
      consents: [...consents],
      givenAt,
      agentId,
      assistedBy,
    }),
    learnt: (answer, input) => settled(input, !isRefusal(answer)),
    gaveUp: (_why, input) => settled(input, false),
  }),
};

/** What somebody agreed to → the question that has it taken down. */
export function asksOf(event: ApplicationEvent, state: ApplicationState): readonly Asking[] {
  if (event.type !== 'ApplicationSubmitted' && event.type !== 'ConsentsGiven') return [];
  const { consents, at: givenAt, agentId = '' } = event;
  if (consents === undefined) return [];
  const assistedBy = event.type === 'ApplicationSubmitted' ? (event.assistedBy ?? '') : '';
  const step = event.type === 'ConsentsGiven' ? { step: event.step } : {};
  const input: ConsentsInput = { residentId: state.residentId, agentId, assistedBy, consents, givenAt, ...step };
  return [{ name: 'consents', input }];
}
