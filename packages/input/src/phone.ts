import { cleaned } from './cleaned';

/** +86 138 0013 8000 → 13800138000; (0371) 6550 1234 → 0371-65501234. Undefined when it is no mobile and no landline with area code. */
export function phoneIn(typed: string): string | undefined {
  const digits = cleaned(typed)
    .replace(/[\s()\p{Dash_Punctuation}]/gu, '')
    .replace(/^(\+|00)86/, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return digits;
  // 010 and 02x have eight digits behind them; other areas have four digits, and seven or eight behind them.
  const [, area, rest] = /^(0(?:10|2\d)|0[3-9]\d{2})(\d{7,8})$/.exec(digits) ?? [];
  return area === undefined ? undefined : `${area}-${rest}`;
}
