import type { Evidence, ItemRules, StepRequest, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { ageOn, monthsAfter, shanghaiDay } from '@lianban/input';
import { dayOf, earlierFact, isOfCity, textOf, verdictOf } from '@lianban/rules';

/** Of 户口登记条例. */
const VERSION = '1958';
/** Below this age at once at the counter; above it the county looks at the case (Henan). */
const AT_ONCE_BELOW_YEARS = 6;

/** The certificate of the birth: of the step before, or its number as written. */
export const certificateOf = (request: StepRequest): string =>
  earlierFact(request, 'certificateNumber') || textOf(request.answers, 'certificateNumber');

/** What the register answered: the child's id as a resident, or that its birth is not certified. */
export type Entry =
  { readonly certified: true; readonly childId: string; readonly district: string } | { readonly certified: false };

/**
 * Item birth-registration 出生登记 (户口登记条例 art. 7): within a month, in the father's or the mother's register; later is no reason
 * to refuse. Unmarried parents need the certificate and one of them; in the father's register, a DNA report as well. The entry
 * (fact "entry") makes the child a resident with a number of their own. Facts { childId, district }; never compensated: what is
 * wrong is corrected by its own procedure (art. 17).
 */
export const birthRegistration: ItemRules = { code: 'birth-registration', missing, needs, completeOnly: true, rule };

function missing(request: StepRequest): readonly string[] {
  const { answers, materials } = request;
  const needsReport = answers.parentsMarried === false && textOf(answers, 'registerOf') === 'father';
  const hasReport = materials.some(({ code }) => code === 'dna-report');
  return [
    ...(certificateOf(request) === '' ? ['certificateNumber'] : []),
    ...(needsReport && !hasReport ? ['dna-report'] : []),
  ];
}

/** Nobody is entered for a birth still to come, or where no parent is registered. */
function needs(request: StepRequest): readonly string[] {
  return isPast(request) && isOfCity(request.district) ? ['entry'] : [];
}

const isPast = ({ answers, requestedAt }: StepRequest): boolean =>
  (dayOf(answers, 'bornOn') ?? '9999-12-31') <= shanghaiDay(requestedAt);

function rule({ request, known }: Evidence): Verdict | Refusal {
  const entry = known.entry as Entry | undefined;
  if (needs(request).length > 0 && entry === undefined)
    return { refused: 'entry-open', detail: 'The register has not answered: enter the child there first.' };
  const bornOn = dayOf(request.answers, 'bornOn') ?? '';
  const today = shanghaiDay(request.requestedAt);
  return verdictOf(
    [
      { code: 'birth-past', version: VERSION, met: isPast(request), reason: 'not-born-yet' },
      { code: 'parent-registered', version: VERSION, met: isOfCity(request.district), reason: 'parent-not-registered' },
      { code: 'birth-certified', version: VERSION, met: entry?.certified === true, reason: 'birth-not-certified' },
      { code: 'within-a-month', version: VERSION, met: today <= monthsAfter(bornOn, 1) },
      { code: 'at-once', version: 'henan', met: ageOn(bornOn, today) < AT_ONCE_BELOW_YEARS },
    ],
    entry?.certified ? { childId: entry.childId, district: entry.district } : {},
  );
}
