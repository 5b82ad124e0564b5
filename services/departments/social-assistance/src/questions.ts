import { residents } from '@lianban/protos';
import type { CaseCommand, questions as shared } from '@lianban/casework';
import type { DurableRequest } from '@lianban/engine';
import { isRefusal } from '@lianban/model';
import { durableRequest } from '@lianban/runtime';

interface MeansInput {
  readonly residentId: string;
  readonly item: string;
  /** Absent in cases of the release before. */
  readonly capability?: string;
}

/** Residents tell nothing without the applicant's consent: that is theirs to give, now or anew. */
const WITHOUT_CONSENT: ReadonlySet<string> = new Set(['consent-missing', 'consent-revoked']);

/** The material by which a household agrees 核对授权书 (最低生活保障审核确认办法, 民发〔2021〕57号). */
const AUTHORISATION = { code: 'household-authorisation', note: '' };

const dayMs = 24 * 60 * 60 * 1000;

/** What only residents know: the means of a household. Asked for this case and this purpose, and recorded there. */
export const questions: Readonly<Record<string, DurableRequest>> = {
  means: durableRequest({
    peer: 'residents',
    definition: residents.v1.ResidentsServiceService,
    method: 'askMeans',
    deadlineMs: dayMs,
    request: ({ residentId, item, capability }: MeansInput, caseId) => ({
      residentId,
      purpose: { caseId, purpose: item, ...(capability && { capability }) },
    }),
    onReply: (answer): CaseCommand =>
      isRefusal(answer)
        ? {
            type: 'LearnFailed',
            name: 'means',
            why: answer.refused,
            ...(WITHOUT_CONSENT.has(answer.refused) && { missing: [AUTHORISATION] }),
          }
        : { type: 'Learn', name: 'means', value: answer },
    onTimeout: (): CaseCommand => ({ type: 'LearnFailed', name: 'means', why: 'residents-did-not-answer' }),
  }),
};

/** The fact a case needs → the question that brings it. */
export const ask: shared.CaseRequests = (event, state) => {
  if (event.type !== 'FactAsked' || state.status === 'unreceived') return [];
  const { residentId, item, capability } = state.file.request;
  const input: MeansInput = { residentId, item, ...(capability && { capability }) };
  return [{ name: event.name, input }];
};
