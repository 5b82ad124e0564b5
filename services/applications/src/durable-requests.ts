import { residents } from '@lianban/protos';
import { type RequestToSend, isRefusal } from '@lianban/model';
import type { DurableRequest } from '@lianban/engine';
import { durableRequest } from '@lianban/runtime';
import type { ApplicationState } from './domain/application';
import type { ApplicationCommand } from './domain/commands';
import type { GivenConsent } from './domain/consent';
import type { ApplicationEvent } from './domain/events';
import type { MaterialCommand, MaterialEvent, MaterialState } from './domain/material';

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

interface UploadInput {
  readonly ownerId: string;
  readonly agentId: string;
}

const keep: MaterialCommand = { type: 'KeepMaterial' };

/**
 * Consents are taken down by residents, who keep them with the data they open. Without any, nobody is asked. Drafts are theirs,
 * too: what one of them names is kept, and so is what nobody can tell of.
 */
export const durableRequests: Readonly<Record<string, DurableRequest>> = {
  consents: durableRequest({
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
    onReply: (answer, input) => settled(input, !isRefusal(answer)),
    onTimeout: (_why, input) => settled(input, false),
  }),
  drafts: durableRequest({
    peer: 'residents',
    definition: residents.v1.DraftsServiceService,
    method: 'names',
    deadlineMs: hourMs,
    request: ({ ownerId, agentId }: UploadInput, reference) => ({ ownerId, agentId, reference }),
    onReply: (answer): MaterialCommand => (isRefusal(answer) || answer.named ? keep : { type: 'GiveUpMaterial' }),
    onTimeout: () => keep,
  }),
};

/** What nobody has named for a week → the question whether a draft does. */
export function asksOfMaterial(event: MaterialEvent, state: MaterialState): readonly RequestToSend[] {
  if (event.type !== 'MaterialDoubted' || state.status === 'none') return [];
  const { ownerId, agentId } = state;
  const input: UploadInput = { ownerId, agentId };
  return [{ name: 'drafts', input }];
}

/** What somebody agreed to → the question that has it taken down. */
export function asksOf(event: ApplicationEvent, state: ApplicationState): readonly RequestToSend[] {
  if (event.type !== 'ApplicationSubmitted' && event.type !== 'ConsentsGiven') return [];
  const { consents, at: givenAt, agentId = '' } = event;
  if (consents === undefined) return [];
  const assistedBy = event.type === 'ApplicationSubmitted' ? (event.assistedBy ?? '') : '';
  const step = event.type === 'ConsentsGiven' ? { step: event.step } : {};
  const input: ConsentsInput = { residentId: state.residentId, agentId, assistedBy, consents, givenAt, ...step };
  return [{ name: 'consents', input }];
}
