import { type FormField, isolated } from '@lianban/rest-client';

/** The language of the text. */
export interface Wording {
  text(of: { zh: string; en: string } | undefined): string;
  /** The text of a code. */
  word(code: string): string;
  /** A number with its unit. */
  count(of: number, name: string): string;
  readonly yes: string;
  readonly no: string;
}

/** An answer or a fact as text: `name` tells the unit of a number. */
export function valueText(value: unknown, name: string, field: FormField | undefined, wording: Wording): string {
  const { text, word, count, yes, no } = wording;
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number') return isCents(name, field) ? yuan(value) : count(value, name);
  if (typeof value === 'string' && field !== undefined && (field.choices ?? []).length === 0) return isolated(value);
  if (typeof value === 'string')
    return text(field?.choices?.find(({ code }) => code === value)?.label) || isolated(word(value));
  if (Array.isArray(value))
    return value.map((one) => valueText(one, '', field, wording)).join(text({ zh: '、', en: ', ' }));
  const colon = text({ zh: '：', en: ': ' });
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([part, one]) => isolated(word(part)) + colon + valueText(one, part, undefined, wording))
      .join(' · ');
  return String(value);
}

const isCents = (name: string, field: FormField | undefined) => field?.format === 'cents' || name.endsWith('Cents');

/** 12345 → ¥123.45 */
export const yuan = (cents: number): string =>
  new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' }).format(cents / 100);
