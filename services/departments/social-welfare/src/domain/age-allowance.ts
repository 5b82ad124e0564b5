import type { Evidence, ItemRules, Verdict } from '@lianban/casework';
import { shanghaiDay } from '@lianban/input';
import { type Condition, dayOf, isOfCity, verdictOf } from '@lianban/rules';
import { firstCheck, monthCents, stepsAfter } from './age-allowance-months';
import { monthAfter } from './months';

/**
 * Item age-allowance 高龄津贴 (老年人权益保障法 art. 33; 河南省条例 art. 28; 郑民文〔2016〕28号): registered in the city and 80 or over; members of the
 * resident pension are paid by social security, nobody by both. Facts { amountCents a month, from }: from the month after that of the
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

function rule({ request: { answers, district, requestedAt } }: Evidence): Verdict {
  const from = monthAfter(shanghaiDay(requestedAt), 1);
  const amountCents = monthCents({ bornOn: dayOf(answers, 'bornOn') ?? '' }, from);
  return verdictOf(
    [
      condition('aged-eighty', amountCents > 0, 'below-eighty'),
      condition('registered-in-city', isOfCity(district), 'register-elsewhere'),
      condition('paid-by-one', answers.inResidentPension !== true, 'paid-by-resident-pension'),
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
