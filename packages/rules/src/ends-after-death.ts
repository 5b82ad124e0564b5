import type { Evidence, Verdict } from '@lianban/casework';
import { monthsAfter } from '@lianban/input';
import { earlierFact } from './earlier-fact';
import { type Condition, verdictOf } from './verdict';

/** From when on what somebody drew is not paid any more: the month after that of the death. */
export const endsFrom = (diedOn: string): string => monthsAfter(`${diedOn.slice(0, 7)}-01`, 1);

/**
 * The rule of an item that ends what somebody drew who has died: once the death is registered, from the next month on. Facts { endsFrom }.
 * @param version of the text it follows
 * @param more what the item says beside it, by the day of death
 */
export const endsAfterDeath =
  (version: string, more: (diedOn: string) => Readonly<Record<string, unknown>> = () => ({})) =>
  ({ request }: Evidence): Verdict => {
    const diedOn = earlierFact(request, 'diedOn');
    const registered: Condition = {
      ...{ code: 'death-registered', version, met: diedOn !== '', reason: 'death-not-registered' },
    };
    return verdictOf([registered], { endsFrom: diedOn && endsFrom(diedOn), ...more(diedOn) });
  };
