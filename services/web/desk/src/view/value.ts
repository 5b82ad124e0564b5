import type { Field } from '../api/types';

type Say = (of: { zh: string; en: string } | undefined) => string;

/** An answer or a fact as people read it. `yes` and `no` are the words of the language. */
export function valueText(value: unknown, field: Field | undefined, say: Say, yes: string, no: string): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number' && isCents(field)) return yuan(value);
  if (typeof value === 'string') return say(field?.choices?.find(({ code }) => code === value)?.label) || value;
  if (Array.isArray(value)) return value.map((one) => valueText(one, undefined, say, yes, no)).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, one]) => `${name}: ${valueText(one, centsOf(name), say, yes, no)}`)
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
