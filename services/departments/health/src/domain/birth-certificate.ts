import type { Evidence, ItemRules, StepRequest, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { shanghaiDay } from '@lianban/input';
import { type Condition, dayOf, textOf, verdictOf } from '@lianban/rules';

/**
 * Item birth-certificate 出生医学证明 (母婴保健法 art. 23): written by the maternity unit, once for each child, from its own record
 * of the birth (findings { birthRecord: 'found' | 'not-found' }); a birth outside is certified by the county's unit, with a
 * DNA report. The mother may be shown alone, and nobody is asked about a marriage then. Facts { certificateNumber }.
 */
export const birthCertificate: ItemRules = { code: 'birth-certificate', missing, completeOnly: true, rule };

const isBornOutside = ({ answers }: StepRequest): boolean => textOf(answers, 'bornAt') === 'elsewhere';

function missing(request: StepRequest): readonly string[] {
  const hasReport = request.materials.some(({ code }) => code === 'dna-report');
  return isBornOutside(request) && !hasReport ? ['dna-report'] : [];
}

function rule({ request, findings }: Evidence): Verdict | Refusal {
  const { birthRecord } = findings;
  if (birthRecord !== 'found' && birthRecord !== 'not-found')
    return {
      refused: 'birth-record-open',
      detail: 'Say whether the birth stands in the unit’s records: "found" or "not-found".',
      pointer: '/findings/birthRecord',
    };
  const bornOn = dayOf(request.answers, 'bornOn') ?? '';
  const recorded: Condition = {
    code: isBornOutside(request) ? 'birth-proved' : 'birth-recorded',
    version: '2017',
    met: birthRecord === 'found',
    reason: 'birth-not-recorded',
  };
  const isPast = bornOn <= shanghaiDay(request.requestedAt);
  return verdictOf([recorded, { code: 'birth-past', version: '2017', met: isPast, reason: 'not-born-yet' }], {
    // Derived, so that a decision taken again gives no child a second certificate.
    certificateNumber: `BC-${request.applicationNumber}`,
  });
}
