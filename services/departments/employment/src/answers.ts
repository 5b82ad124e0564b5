import { type CasePolicy, type Facts, questions } from '@lianban/casework';

const { dayOf, shapes } = questions;

/** How work ended, where the applicant or a paper gave it by its code. */
const ENDED_BY = ['dismissed', 'contract-ended', 'employer-closed', 'own-will'] as const;

const notRegistered: Facts = { unemployedSince: '', endedBy: '', hardToEmploy: false, refusals: 0 };

/** What employment tells other departments: of whoever is not in its records, that they are not registered. */
export const answers: questions.Answers = {
  registration: {
    shape: shapes.shape({
      unemployedSince: shapes.day,
      endedBy: shapes.oneOf(...ENDED_BY),
      hardToEmploy: shapes.flag,
      refusals: shapes.count(99),
    }),
    none: notRegistered,
  },
};

/** What a decision on a registration says to whoever asks from then on. */
export const keepRegistration: CasePolicy = (event, state) => {
  if (state.status === 'unreceived' || state.file.request.item !== 'unemployment-registration') return [];
  const { residentId, answers: said } = state.file.request;
  const keep = (value: Facts) => [questions.keepRecord('registration', residentId, value, dayOf(event.at))];
  switch (event.type) {
    case 'CaseDecided':
    case 'CaseCorrected': {
      if (event.ruling.outcome === 'refused') return event.type === 'CaseCorrected' ? keep(notRegistered) : [];
      const endedBy = ENDED_BY.find((code) => code === said['reason']) ?? '';
      const hardToEmploy = event.ruling.facts['hardToEmploy'] === true;
      return keep({ ...notRegistered, unemployedSince: dayOf(event.at), endedBy, hardToEmploy });
    }
    case 'CaseCompensated':
      return keep(notRegistered);
    default:
      return [];
  }
};
