import { creditCheckCharacter, creditCodeIn } from '@lianban/input';
import type { Refusal } from '@lianban/model';

/** Reads a unified social credit code 统一社会信用代码 as people type it (GB 32100-2015). */
export function readCreditCode(typed: string): string | Refusal {
  const text = creditCodeIn(typed);
  if (text === undefined)
    return wrong('must have 18 characters: two, six digits of a district, and ten; none of them I, O, S, V or Z');
  if (creditCheckCharacter(text.slice(0, 17)) !== text.charAt(17))
    return wrong('has a mistyped character: the check character does not fit');
  return text;
}

const wrong = (what: string): Refusal => ({
  refused: 'credit-code-invalid',
  detail: `The credit code ${what}.`,
  pointer: '/creditCode',
});
