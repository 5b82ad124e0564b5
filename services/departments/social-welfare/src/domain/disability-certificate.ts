import type { Evidence, ItemRules, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { ageOn, daysAfter, monthsAfter, shanghaiDay } from '@lianban/input';
import { type Condition, countOf, dayOf, learnt, openFindings, textOf, verdictOf } from '@lianban/rules';

const VERSION = '2017';
const VALID_MONTHS = 120;
/** After a certificate was cancelled, for so long none is given. */
const BARRED_MONTHS = 12;
const OF_AGE = 18;

/**
 * Item disability-certificate 残疾人证 (残疾人证管理办法; GB/T 26341-2010): by the assessment of a named hospital, for which the case pauses; then
 * a public notice of five working days, which no minor's name is on. A lost one is given again, and that of a person who has moved here taken over, as
 * the records have it. Findings { assessedGrade (0: below the standard), notice, cancelledOn }. Facts { certificateNumber, grade, validUntil }:
 * ten years, or what was left of them.
 */
export const disabilityCertificate: ItemRules = {
  code: 'disability-certificate',
  completeOnly: true,
  extensionDays: 10,
  needs: () => ['disability'],
  rule: (evidence) => givenAgain(evidence) ?? assessed(evidence),
};

/** Nothing is assessed anew of a certificate that is in force. */
const AS_BEFORE = ['lost', 'move'];

function givenAgain({ request: { answers, applicationNumber }, known, now }: Evidence): Verdict | undefined {
  const held = learnt(known, 'disability');
  const validUntil = held && dayOf(held, 'validUntil');
  if (!held || !validUntil || validUntil < shanghaiDay(now)) return undefined;
  if (!AS_BEFORE.includes(textOf(answers, 'certificateFor'))) return undefined;
  const grade = countOf(held, 'grade') ?? 0;
  return verdictOf([condition('standard-reached', grade > 0, 'below-standard')], {
    certificateNumber: `DP-${applicationNumber}`,
    grade,
    validUntil,
  });
}

function assessed({
  request: { answers, applicationNumber, requestedAt },
  findings,
  now,
}: Evidence): Verdict | Refusal {
  const grade = countOf(findings, 'assessedGrade');
  const open = openFindings(findings, ['assessedGrade', ...(grade === 0 ? [] : ['notice'])]);
  if (open) return open;
  const isMinor = ageOn(dayOf(answers, 'holderBornOn') ?? '', shanghaiDay(requestedAt)) < OF_AGE;
  const wrong = grade === 0 ? undefined : wrongNotice(textOf(findings, 'notice'), isMinor);
  if (wrong) return wrong;
  const today = shanghaiDay(now);
  const cancelledOn = dayOf(findings, 'cancelledOn');
  const isBarred = cancelledOn !== undefined && today < monthsAfter(cancelledOn, BARRED_MONTHS);
  return verdictOf(
    [
      condition('standard-reached', (grade ?? 0) > 0, 'below-standard'),
      condition('none-cancelled-lately', !isBarred, 'cancelled-within-a-year'),
      { code: 'notice-held', version: VERSION, met: !isMinor },
    ],
    {
      certificateNumber: `DP-${applicationNumber}`,
      grade: grade ?? 0,
      validUntil: daysAfter(monthsAfter(today, VALID_MONTHS), -1),
    },
  );
}

/** Of adults a notice must have been held; of minors none may be. */
function wrongNotice(notice: string, isMinor: boolean): Refusal | undefined {
  const wanted = isMinor ? 'none-for-minors' : 'held';
  if (notice === wanted) return undefined;
  const detail = isMinor
    ? 'No public notice is held of a minor: say "none-for-minors".'
    : 'Hold the public notice of five working days first, then say "held".';
  return { refused: 'notice-open', detail, pointer: '/findings/notice' };
}

const condition = (code: string, met: boolean, reason: string): Condition => ({ code, version: VERSION, met, reason });
