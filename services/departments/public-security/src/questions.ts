import { health, residents } from '@lianban/protos';
import type { CaseCommand, StepRequest, questions as shared } from '@lianban/casework';
import type { DurableRequest } from '@lianban/engine';
import { isRefusal } from '@lianban/model';
import { durableRequest } from '@lianban/runtime';
import { dayOf, textOf } from '@lianban/rules';
import { certificateOf } from './domain/birth-registration';

/** What the register is told of the child, and by which proof. */
interface Birth {
  readonly parentId: string;
  readonly certificateNumber: string;
  readonly name: string;
  readonly sex: string;
  readonly birthDate: string;
  readonly purpose: string;
  readonly capability?: string;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Health knows no such certificate. Other refusals are no answer. */
const NOT_CERTIFIED = 'birth-not-certified';

const entry = (value: unknown): CaseCommand => ({ type: 'Learn', name: 'entry', value });
const noEntry = (why: string): CaseCommand => ({ type: 'LearnFailed', name: 'entry', why });

/** First health, whether the birth is certified; then the register, which makes the child a resident. */
export const questions: Readonly<Record<string, DurableRequest>> = {
  birth: durableRequest({
    peer: 'health',
    definition: health.v1.BirthsServiceService,
    method: 'askBirth',
    deadlineMs: dayMs,
    request: ({ certificateNumber, parentId, birthDate, sex, purpose }: Birth, caseId) => ({
      certificateNumber,
      parentId,
      birthDate,
      sex,
      caseId,
      purpose,
    }),
    onReply: (answer): CaseCommand => {
      if (!isRefusal(answer)) return { type: 'Learn', name: 'birth', value: { certified: true } };
      return answer.refused === NOT_CERTIFIED ? entry({ certified: false }) : noEntry(answer.refused);
    },
    onTimeout: () => noEntry('health-did-not-answer'),
  }),
  entry: durableRequest({
    peer: 'residents',
    definition: residents.v1.ResidentsServiceService,
    method: 'registerBirth',
    deadlineMs: dayMs,
    request: ({ parentId, certificateNumber, name, sex, birthDate, purpose, capability }: Birth, caseId) => ({
      purpose: { caseId, purpose, ...(capability && { capability }) },
      parentId,
      // Of the certificate, so that one birth never makes two residents.
      residentId: `born-${certificateNumber}`,
      name,
      sex,
      birthDate,
    }),
    onReply: (answer): CaseCommand =>
      isRefusal(answer)
        ? noEntry(answer.refused)
        : entry({ certified: true, childId: answer.residentId, district: answer.district }),
    onTimeout: () => noEntry('residents-did-not-answer'),
  }),
};

/** The entry is asked of the register once health has said that the birth is certified. */
export const ask: shared.CaseRequests = (event, state) => {
  if (state.status === 'unreceived') return [];
  const input = birthOf(state.file.request);
  if (event.type === 'FactAsked' && event.name === 'entry') return [{ name: 'birth', input }];
  return event.type === 'FactLearnt' && event.name === 'birth' ? [{ name: 'entry', input }] : [];
};

const birthOf = (request: StepRequest): Birth => ({
  parentId: request.residentId,
  certificateNumber: certificateOf(request),
  name: textOf(request.answers, 'childName'),
  sex: textOf(request.answers, 'sex'),
  birthDate: dayOf(request.answers, 'bornOn') ?? '',
  purpose: request.item,
  ...(request.capability && { capability: request.capability }),
});
