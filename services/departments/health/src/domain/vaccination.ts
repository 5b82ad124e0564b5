import type { Evidence, ItemRules, StepRequest, Verdict } from '@lianban/casework';
import { daysAfter, monthsAfter } from '@lianban/input';
import { dayOf, earlierFact, textOf, verdictOf } from '@lianban/rules';

/** Days after the birth on which parents are reminded. Demo value. */
const REMINDED_AFTER_DAYS = 21;

/** Within a month of the birth (疫苗管理法 art. 47); later there is no penalty. */
export const vaccinationDays = (bornOn: string) => ({
  remindOn: daysAfter(bornOn, REMINDED_AFTER_DAYS),
  dueOn: monthsAfter(bornOn, 1),
});

/**
 * Item vaccination-certificate 预防接种证 (疫苗管理法 art. 47–49): where the child lives, at once; it may not be refused, and a
 * late application changes nothing. Facts { bookletNumber, remindOn, dueOn }.
 */
export const vaccination: ItemRules = { code: 'vaccination-certificate', missing, rule };

function missing(request: StepRequest): readonly string[] {
  const number = earlierFact(request, 'certificateNumber') || textOf(request.answers, 'certificateNumber');
  return number === '' ? ['certificateNumber'] : [];
}

function rule({ request }: Evidence): Verdict {
  const { remindOn, dueOn } = vaccinationDays(dayOf(request.answers, 'bornOn') ?? '');
  return verdictOf([{ code: 'never-refused', version: '2019', facts: { dueOn }, met: true }], {
    bookletNumber: `VB-${request.applicationNumber}`,
    remindOn,
    dueOn,
  });
}
