import { type CasePolicy, type Facts, questions } from '@lianban/casework';
import { monthAfter } from '@lianban/input';

const { dayOf, shapes } = questions;

const STATUSES = ['dibao', 'tekun', 'edge', 'rigid-expense'] as const;
const noSupport: Facts = { householdStatus: '', from: '', until: '' };

/**
 * What social assistance tells other departments: the support that whoever applied has for their household. Other members, and what was
 * granted before this platform, come from records that are brought in; of whom there is none an officer looks.
 */
export const answers: questions.Answers = {
  status: {
    shape: shapes.shape({
      householdStatus: shapes.oneOf(...STATUSES),
      from: shapes.month,
      until: shapes.month,
    }),
  },
};

/** What a decision on the minimum living allowance says to whoever asks from then on. */
export const keepStatus: CasePolicy = (event, state) => {
  if (state.status === 'unreceived' || state.file.request.item !== 'minimum-living-allowance') return [];
  const { residentId } = state.file.request;
  const keep = (value: Facts) => [questions.keepRecord('status', residentId, value, dayOf(event.at))];
  switch (event.type) {
    case 'CaseDecided':
    case 'CaseCorrected':
      if (event.ruling.outcome === 'refused') return event.type === 'CaseCorrected' ? keep(noSupport) : [];
      return keep({ householdStatus: 'dibao', from: monthAfter(dayOf(event.at), 1), until: '' });
    case 'CaseCompensated':
      return keep(noSupport);
    default:
      return [];
  }
};
