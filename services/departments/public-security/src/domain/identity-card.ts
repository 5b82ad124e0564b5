import type { Evidence, ItemRules, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { ageOn, monthsAfter, shanghaiDay } from '@lianban/input';
import { dayOf, textOf, verdictOf } from '@lianban/rules';

/** Of 居民身份证法. */
const VERSION = '2011';
const FROM_AGE = 16;

/** Years a card is valid by the age of its holder; without an end from 46 on (art. 5). */
export const validYears = (age: number): number | 'long-term' => {
  if (age < 16) return 5;
  if (age < 26) return 10;
  return age < 46 ? 20 : 'long-term';
};

/** In yuan × 100: the first is free (art. 20). */
export const CARD_FEES = { version: '2011', cents: { first: 0, renewal: 2_000, lost: 4_000 } } as const;

/** From the 16th birthday on, for three months (art. 2, 7). */
export const firstCardWindow = (bornOn: string) => {
  const from = monthsAfter(bornOn, 12 * FROM_AGE);
  return { from, until: monthsAfter(from, 3) };
};

/**
 * Item identity-card 居民身份证 (居民身份证法): on fingerprints taken at the counter (findings { fingerprints: 'taken' | 'exempt' });
 * under 16 a guardian applies. A temporary card is given at once. Facts { cardNumber, validYears, longTerm, feeCents }.
 */
export const identityCard: ItemRules = { code: 'identity-card', completeOnly: true, rule };

function rule({ request, findings }: Evidence): Verdict | Refusal {
  const { fingerprints } = findings;
  if (fingerprints !== 'taken' && fingerprints !== 'exempt')
    return {
      refused: 'fingerprints-open',
      detail: 'Say whether fingerprints were "taken", or the person is "exempt".',
      pointer: '/findings/fingerprints',
    };
  const bornOn = dayOf(request.answers, 'holderBornOn') ?? '';
  const today = shanghaiDay(request.requestedAt);
  const age = ageOn(bornOn, today);
  const years = validYears(age);
  const kind = textOf(request.answers, 'cardFor');
  const fee = kind === 'renewal' || kind === 'lost' ? CARD_FEES.cents[kind] : CARD_FEES.cents.first;
  return verdictOf(
    [
      { code: 'fingerprints', version: VERSION, met: true },
      { code: 'obliged-to-apply', version: VERSION, facts: firstCardWindow(bornOn), met: age >= FROM_AGE },
    ],
    {
      cardNumber: `IC-${request.applicationNumber}`,
      validYears: years === 'long-term' ? 0 : years,
      longTerm: years === 'long-term',
      feeCents: fee,
    },
  );
}
