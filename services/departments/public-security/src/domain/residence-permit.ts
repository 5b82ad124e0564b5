import type { Evidence, ItemRules, Verdict } from '@lianban/casework';
import { shanghaiDay } from '@lianban/input';
import { dayOf, textOf, verdictOf } from '@lianban/rules';
import { RESIDENCE, permitFrom, permitYear } from './permit-years';

const GROUNDS: readonly string[] = ['home', 'job', 'study'];

/**
 * Item residence-permit 居住证 (居住证暂行条例 art. 2): registered elsewhere, here for six months since residence was registered
 * (Henan), and a lawful home, a steady job or continuous study. Facts { permitNumber, validFrom, signFrom, signUntil }.
 */
export const residencePermit: ItemRules = { code: 'residence-permit', completeOnly: true, rule };

function rule({ request }: Evidence): Verdict {
  const { answers, requestedAt, applicationNumber } = request;
  const today = shanghaiDay(requestedAt);
  const from = permitFrom(dayOf(answers, 'residingSince') ?? '');
  const { signFrom, signUntil } = permitYear(today);
  const { version } = RESIDENCE;
  return verdictOf(
    [
      { code: 'six-months-here', version, facts: { from }, met: today >= from, reason: 'under-six-months' },
      {
        code: 'home-job-or-study',
        version,
        met: GROUNDS.includes(textOf(answers, 'residingFor')),
        reason: 'no-ground',
      },
    ],
    { permitNumber: `RP-${applicationNumber}`, validFrom: today, signFrom, signUntil },
  );
}
