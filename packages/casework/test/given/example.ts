import { chineseWorkingDays } from '../../src/calendar/chinese-working-days';
import { refuse } from '@lianban/model';
import { caseDecider } from '../../src/lifecycle/case-decider';
import type { Evidence, Item, Ruling, StepRequest } from '../../src/lifecycle/item';
import type { CaseSetting } from '../../src/lifecycle/setting';
import { rulesOf } from './given';

/** A moment of 2026 in Shanghai: at('03-02') is Monday the second of March, half past ten. */
export const at = (day: string, time = '10:30:00') => new Date(`${day.length > 5 ? day : `2026-${day}`}T${time}+08:00`);

export const endOf = (day: string) => at(day, '23:59:59.999');

const ruling = (outcome: Ruling['outcome'], reason: string): Ruling => ({
  outcome,
  reason,
  facts: outcome === 'granted' ? { level: 2 } : {},
  grounds: [{ code: 'example', rule: 'example', version: '1', explanation: reason, met: outcome === 'granted' }],
});

/** Grants unless the answers, the facts or the findings say no; findings with a score need a number. */
const rule = ({ known, findings }: Evidence) => {
  if ('score' in findings && typeof findings.score !== 'number') {
    return refuse('score-missing', 'Give the score as a number.', '/findings/score');
  }
  if ((known.seat as { available?: boolean } | undefined)?.available === false) return ruling('refused', 'no-seat');
  return findings.score === 0 ? ruling('refused', 'score-too-low') : ruling('granted', 'conditions-met');
};

/** Grants what lacks to 760, and as much as the fact says. */
function byIncome({ known }: Evidence): Ruling {
  const income = (known.means as { income?: number } | undefined)?.income;
  if (income === undefined) return ruling('refused', 'means-unknown');
  return income < 760
    ? { ...ruling('granted', 'conditions-met'), facts: { amount: 760 - income } }
    : ruling('refused', 'income-above-line');
}

const item = (code: string, more: Partial<Item> = {}): Item => ({
  code,
  missing: ({ answers, materials }) => [
    ...('income' in answers ? [] : [{ code: 'income', note: 'Income of the household' }]),
    ...(answers.married === true && !materials.some((one) => one.code === 'marriage-certificate')
      ? [{ code: 'marriage-certificate', note: 'Marriage certificate' }]
      : []),
  ],
  needs: () => [],
  rule,
  ...more,
});

/** Items for the tests of the lifecycle: one plain, one with a notice, some that need facts, one no rule can finish. */
export const exampleItems: readonly Item[] = [
  item('plain', { extensionDays: 15 }),
  item('short-extension'),
  item('costly', { needsSecondPerson: () => true }),
  item('noticed', { noticeDays: 7 }),
  item('scarce', { isScarce: true }),
  item('needs-seat', { needs: () => ['seat'] }),
  item('needs-both', { needs: () => ['seat', 'means'] }),
  item('needs-more', { needs: ({ answers }) => (answers.married === true ? ['seat', 'means'] : ['seat']) }),
  item('noticed-seat', { needs: () => ['seat'], noticeDays: 7 }),
  item('asks', { needs: () => ['seat'], questions: ['seat'] }),
  item('asks-both', { needs: () => ['seat', 'means'], questions: ['seat', 'means'] }),
  item('costly-asks', { needs: () => ['means'], questions: ['means'], needsSecondPerson: () => true, rule: byIncome }),
  item('noticed-asks', { needs: () => ['means'], questions: ['means'], noticeDays: 7, rule: byIncome }),
  item('unruly', { rule: () => refuse('scores-missing', 'Only an assessor can score.') }),
];

export const step = (more: Partial<StepRequest> = {}): StepRequest => ({
  applicationNumber: 'LB20260302000001',
  step: 'assess',
  item: 'plain',
  department: 'elderly-care',
  residentId: 'r-1',
  district: '410105',
  answers: { income: 700 },
  earlier: {},
  materials: [],
  decidedBy: 'officer',
  statutoryDays: 20,
  promisedDays: 10,
  requestedAt: at('03-02'),
  ...more,
});

export const exampleDecider = (more: Partial<CaseSetting> = {}) =>
  caseDecider({
    item: (request) => exampleItems.find(({ code }) => code === request.item),
    workingDays: () => chineseWorkingDays,
    ...more,
  });

const rules = rulesOf(exampleDecider(), 'LB20260302000001/assess');

export const { given, givenState } = rules;

/** Received on Monday 2 March 2026, half past ten. */
export const received = (more: Partial<StepRequest> = {}) =>
  given([], at('03-02')).when({ type: 'ReceiveStep', request: step(more) }).state;

/** And accepted by officer o-1 the same day. */
export const accepted = (more: Partial<StepRequest> = {}) =>
  givenState(received(more), at('03-02')).when({ type: 'Accept', officer: 'o-1' }).state;
