import type { Evidence, ItemRules, StepRequest, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { shanghaiDay } from '@lianban/input';
import { type Condition, dayOf, earlierFact, isOfCity, verdictOf } from '@lianban/rules';
import { SUBSIDY, dueCents, thirdBirthday, yearsFrom } from './subsidy-table';

const VERSION = SUBSIDY.version;

/** The child a subsidy is for: the one just registered, or the one the application is about. */
export const childOf = (request: StepRequest): string =>
  earlierFact(request, 'childId') || (request.subjectId ?? request.residentId);

/**
 * Item childcare-subsidy 育儿补贴: 3,600 yuan a year for a child under three, at the child's register 户籍地, once for each child
 * whoever of the parents asks first (fact "claim" { number, taken }). Facts { amountCents of this year, totalCents still to come
 * with it }. No income for dibao or tekun.
 */
export const childcareSubsidy: ItemRules = {
  code: 'childcare-subsidy',
  needs: () => ['claim'],
  rule,
  recurring: {
    holder: 'person',
    period: 'year',
    paidFrom: 'month-of-application',
    personOf: childOf,
    ownClaim: true,
    terms: ({ request: { answers }, from }) => yearsFrom(dayOf(answers, 'bornOn') ?? '', Number(from.slice(0, 4))),
  },
};

function rule({ request, known }: Evidence): Verdict | Refusal {
  const claim = known.claim as { readonly taken?: boolean; readonly number?: string } | undefined;
  if (claim === undefined) return { refused: 'claim-open', detail: 'Say whether the child has a subsidy already.' };
  const bornOn = dayOf(request.answers, 'bornOn') ?? '';
  const today = shanghaiDay(request.requestedAt);
  const year = Number(today.slice(0, 4));
  const due = [...dueCents(bornOn)].filter(([of]) => of >= year);
  const totalCents = due.reduce((sum, [, cents]) => sum + cents, 0);
  return verdictOf(
    [
      registered(earlierFact(request, 'district') || request.district),
      inTime(bornOn, today),
      underThree(bornOn, today),
      {
        code: 'claimed-once',
        version: VERSION,
        facts: { number: claim.number ?? '' },
        met: claim.taken !== true,
        reason: 'already-claimed-by-other-parent',
      },
    ],
    { amountCents: due.find(([of]) => of === year)?.[1] ?? 0, totalCents },
  );
}

const registered = (district: string): Condition => ({
  code: 'child-registered-here',
  version: VERSION,
  met: isOfCity(district),
  reason: 'register-elsewhere',
});

/** Of children born before 2025, a first application after 2025 brings what falls due from then on; with nothing left it is late. */
const inTime = (bornOn: string, today: string): Condition => {
  const isElder = bornOn < `${SUBSIDY.firstYear}-01-01` && dueCents(bornOn).size > 0;
  const isLate = isElder && today > SUBSIDY.firstYearUntil;
  return {
    code: 'first-year-in-time',
    version: VERSION,
    met: !isLate,
    ...(isLate && thirdBirthday(bornOn) <= SUBSIDY.firstYearUntil && { reason: 'late-for-2025' }),
  };
};

/** In 2025 months count that had passed before the rule began. */
const underThree = (bornOn: string, today: string): Condition => ({
  code: 'under-three',
  version: VERSION,
  met: dueCents(bornOn).size > 0 && (today < thirdBirthday(bornOn) || today <= SUBSIDY.firstYearUntil),
  reason: 'third-birthday-passed',
});
