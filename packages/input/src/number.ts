import { cleaned } from './cleaned';

const plain = /^-?\d{1,15}(\.\d{1,9})?$/;
const ungrouped = (text: string) => text.replace(/[,\s]/g, '');

/** 1,200.5 or １，２００ → a number */
export function numberIn(typed: string): number | undefined {
  const bare = ungrouped(cleaned(typed));
  return plain.test(bare) ? Number(bare) : undefined;
}

/** ¥8,000.50 or 8000.5元 → 800050 cents; 2万 → 2000000. */
export function yuanIn(typed: string): number | undefined {
  const [, amount = '', tenThousand] = /^[¥￥]?(.*?)\s*(万)?\s*元?$/.exec(cleaned(typed)) ?? [];
  const bare = ungrouped(amount);
  if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(bare)) return undefined;
  const cents = Number(bare) * 100 * (tenThousand ? 10_000 : 1);
  const whole = Math.round(cents);
  // Fractions of a cent are refused; the tolerance is for binary fractions.
  return Math.abs(cents - whole) < 1e-4 ? whole : undefined;
}
