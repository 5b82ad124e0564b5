import { type CasePolicy, type Facts, questions } from '@lianban/casework';

const { dayOf, shapes } = questions;

const KINDS = ['sight', 'hearing', 'speech', 'physical', 'intellectual', 'mental', 'multiple'] as const;
const none: Facts = { disabilityKind: '', grade: 0, validUntil: '' };

/**
 * What social welfare tells other departments, and its own cases. Certificates of before this platform come from records that are brought
 * in; of whom there is none an officer looks.
 */
export const answers: questions.Answers = {
  disability: {
    shape: shapes.shape({
      disabilityKind: shapes.oneOf(...KINDS),
      grade: shapes.count(4),
      validUntil: shapes.day,
    }),
  },
};

/** What a decision on a certificate says to whoever asks from then on. A refusal says nothing: an older certificate may be in force. */
export const keepDisability: CasePolicy = (event, state) => {
  if (state.status === 'unreceived' || state.file.request.item !== 'disability-certificate') return [];
  const { residentId, subjectId = residentId, answers: said } = state.file.request;
  const keep = (value: Facts) => [questions.keepRecord('disability', subjectId, value, dayOf(event.at))];
  switch (event.type) {
    case 'CaseDecided':
    case 'CaseCorrected': {
      if (event.ruling.outcome === 'refused') return event.type === 'CaseCorrected' ? keep(none) : [];
      const { grade = 0, validUntil = '' } = event.ruling.facts;
      const disabilityKind = KINDS.find((kind) => kind === said['disabilityKind']) ?? '';
      return keep({ disabilityKind, grade, validUntil });
    }
    case 'CaseCompensated':
      return keep(none);
    default:
      return [];
  }
};
