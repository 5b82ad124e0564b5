import type { Field } from '../api/types';

/** The language it is read in. */
export interface Wording {
  text(of: { zh: string; en: string } | undefined): string;
  /** The word of a code, or the code itself. */
  word(code: string): string;
  readonly yes: string;
  readonly no: string;
}

/** An answer or a fact as people read it. */
export function valueText(value: unknown, field: Field | undefined, wording: Wording): string {
  const { text, word, yes, no } = wording;
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number' && isCents(field)) return yuan(value);
  if (typeof value === 'string') return text(field?.choices?.find(({ code }) => code === value)?.label) || word(value);
  if (Array.isArray(value)) return value.map((one) => valueText(one, undefined, wording)).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, one]) => `${word(name)}: ${valueText(one, centsOf(name), wording)}`)
      .join(' · ');
  return String(value);
}

const isCents = (field: Field | undefined) => field?.format === 'cents' || field?.name.endsWith('Cents') === true;

const centsOf = (name: string): Field | undefined =>
  name.endsWith('Cents')
    ? { name, label: { zh: '', en: '' }, type: 'integer', required: false, format: 'cents' }
    : undefined;

/** 12345 → ¥123.45 */
export const yuan = (cents: number): string =>
  new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' }).format(cents / 100);
