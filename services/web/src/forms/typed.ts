/** Parses numbers, amounts and dates as people write them; undefined when it is none. */

const plain = /^-?\d{1,15}(\.\d{1,9})?$/;

/** 1,200.5 → 1200.5 */
export function numberIn(text: string): number | undefined {
  const bare = text.replace(/[,，\s]/g, '');
  return plain.test(bare) ? Number(bare) : undefined;
}

/** ¥8,000.50 or 8000.5元 → 800050 cents; 2万 → 2000000. */
export function yuanIn(text: string): number | undefined {
  const [, amount = '', tenThousand] = /^[¥￥]?(.*?)\s*(万)?\s*元?$/.exec(text) ?? [];
  const bare = amount.replace(/[,，\s]/g, '');
  if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(bare)) return undefined;
  const cents = Number(bare) * 100 * (tenThousand ? 10_000 : 1);
  const whole = Math.round(cents);
  // Fractions of a cent are refused; the tolerance is for binary fractions.
  return Math.abs(cents - whole) < 1e-4 ? whole : undefined;
}

/** 2026-01-31, 2026/1/31, 2026年1月31日 or 20260131 → 2026-01-31, when that date exists. */
export function dayIn(text: string): string | undefined {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}
