import type { Evidence, Facts, ItemRules, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { monthAfter, shanghaiDay } from '@lianban/input';
import { type Condition, dayOf, isOfCity, learnt, openFindings, verdictOf } from '@lianban/rules';
import { firstCheck, monthCents, stepsAfter } from './age-allowance-months';

/**
 * Item age-allowance 高龄津贴 (老年人权益保障法 art. 33; 河南省条例 art. 28; 郑民文〔2016〕28号): registered in the city and 80 or over; members of the
 * resident pension are paid by social security, which says who they are; without its answer an officer does (findings
 * { inResidentPension }). Nobody is paid by both. Facts { amountCents a month, from }: from the month after that of the
 * application, stepping up by itself. No income for dibao.
 */
export const ageAllowance: ItemRules = {
  code: 'age-allowance',
  completeOnly: true,
  rule,
  recurring: {
    holder: 'person',
    period: 'quarter',
    paidFrom: 'next-month',
    terms: ({ request: { answers }, from }) => ({
      steps: stepsAfter(dayOf(answers, 'bornOn') ?? '', from),
      recheck: firstCheck(from),
    }),
  },
};

/** What social security said; before it was asked, whoever applied said it themselves. */
function residentPension({ request: { answers }, known, findings }: Evidence): Facts {
  const drawn = learnt(known, 'benefit');
  if (drawn) return { inResidentPension: drawn.kind === 'resident-pension' };
  return { ...answers, ...findings };
}

function rule(evidence: Evidence): Verdict | Refusal {
  const { answers, district, requestedAt } = evidence.request;
  const pension = residentPension(evidence);
  const open = openFindings(pension, ['inResidentPension']);
  if (open) return open;
  const from = monthAfter(shanghaiDay(requestedAt), 1);
  const amountCents = monthCents({ bornOn: dayOf(answers, 'bornOn') ?? '' }, from);
  return verdictOf(
    [
      condition('aged-eighty', amountCents > 0, 'below-eighty'),
      condition('registered-in-city', isOfCity(district), 'register-elsewhere'),
      condition('paid-by-one', pension.inResidentPension !== true, 'paid-by-resident-pension'),
    ],
    { amountCents, from },
  );
}

const condition = (code: string, met: boolean, reason: string): Condition => ({
  code,
  version: 'zhengzhou-2016-28',
  met,
  reason,
});
