import { type CasePolicy, type Facts, questions } from '@lianban/casework';
import { monthAfter } from './domain/months';

const { dayOf, shapes } = questions;

const KINDS = ['employed', 'flexible', 'resident'] as const;
const BENEFITS = ['pension', 'resident-pension', 'unemployment'] as const;
const nothingDrawn: Facts = { kind: '', amountCents: 0, from: '', until: '' };

/**
 * What social security tells other departments, and its own cases. Months paid in come from the records of before, so of whom there are
 * none an officer looks; what is drawn it grants itself.
 */
export const answers: questions.Answers = {
  contributions: {
    shape: shapes.shape({
      pensionMonths: shapes.count(720),
      unemploymentMonths: shapes.count(720),
      unusedMonths: shapes.count(24),
      lastMonth: shapes.month,
      kind: shapes.oneOf(...KINDS),
    }),
  },
  benefit: {
    shape: shapes.shape({
      kind: shapes.oneOf(...BENEFITS),
      amountCents: shapes.cents,
      from: shapes.month,
      until: shapes.month,
    }),
    none: nothingDrawn,
  },
};

const kindOf: Readonly<Record<string, (typeof BENEFITS)[number]>> = {
  'retirement-pension': 'pension',
  'unemployment-benefit': 'unemployment',
};

/** What a decision on a pension or an unemployment benefit says to whoever asks from then on. */
export const keepBenefit: CasePolicy = (event, state) => {
  if (state.status === 'unreceived') return [];
  const { residentId, item } = state.file.request;
  const kind = Object.hasOwn(kindOf, item) ? kindOf[item] : undefined;
  if (kind === undefined) return [];
  const keep = (value: Facts) => [questions.keepRecord('benefit', residentId, value, dayOf(event.at))];
  switch (event.type) {
    case 'CaseDecided':
    case 'CaseCorrected':
      if (event.ruling.outcome === 'refused') return event.type === 'CaseCorrected' ? keep(nothingDrawn) : [];
      return keep({ kind, ...drawn(event.ruling.facts) });
    case 'CaseCompensated':
      return keep(nothingDrawn);
    default:
      return [];
  }
};

function drawn({ amountCents = 0, from, months }: Facts): Facts {
  const first = typeof from === 'string' ? from.slice(0, 7) : '';
  return { amountCents, from: first, until: typeof months === 'number' && first ? monthAfter(first, months - 1) : '' };
}
