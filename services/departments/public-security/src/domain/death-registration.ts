import type { Evidence, ItemRules, StepRequest, Verdict } from '@lianban/casework';
import { monthsAfter, shanghaiDay } from '@lianban/input';
import { dayOf, earlierFact, verdictOf } from '@lianban/rules';

const VERSION = '1958';

/** Any one of these proves a death (河南省户口登记规范 art. 74). */
export const DEATH_PROOFS = [
  'medical-certificate',
  'foreign-paper',
  'police-or-judicial-paper',
  'court-ruling',
  'cremation-certificate',
  'other-proof',
] as const;

/**
 * Item death-registration 死亡注销户口 (户口登记条例 art. 8; 河南省户口登记规范 art. 73–76): within a month; later is no reason to
 * refuse. The day of death counts, not that of cancelling. Facts { diedOn, cancellationNumber }; never compensated (art. 17).
 */
export const deathRegistration: ItemRules = { code: 'death-registration', missing, completeOnly: true, rule };

/** A paper, or what the hospital or the police said before in the same package: nobody brings it again. */
function missing(request: StepRequest): readonly string[] {
  const isProved =
    earlierFact(request, 'deathCertificateNumber') !== '' ||
    DEATH_PROOFS.some((proof) => request.materials.some(({ code }) => code === proof));
  return isProved ? [] : ['medical-certificate'];
}

function rule({ request }: Evidence): Verdict {
  const diedOn = dayOf(request.answers, 'diedOn') ?? '';
  const today = shanghaiDay(request.requestedAt);
  return verdictOf(
    [
      { code: 'death-past', version: VERSION, met: diedOn <= today, reason: 'date-in-future' },
      { code: 'death-within-a-month', version: 'henan', met: today <= monthsAfter(diedOn, 1) },
    ],
    { diedOn, cancellationNumber: `DC-${request.applicationNumber}` },
  );
}
