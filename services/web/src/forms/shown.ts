import { type FormField, isolated } from '@lianban/rest-client';
import type { BilingualText } from '../page/reader';
import { money } from '../parts/format';
import { fields } from '../i18n/fields';

const same = (text: string): BilingualText => ({ zh: isolated(text), en: isolated(text) });

/** An answer formatted for people. */
export function shown(field: FormField, value: unknown): BilingualText {
  if (value === undefined || value === null || value === '') return fields.unanswered;
  if (field.type === 'boolean') return value === true ? fields.yes : fields.no;
  if (field.type === 'choice') return field.choices?.find(({ code }) => code === value)?.label ?? same(String(value));
  if (field.format === 'cents') return same(money(Number(value)));
  return same(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** An answer formatted for its input field. */
export function typedAgain(field: FormField, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (field.type === 'boolean') return value === true ? 'yes' : 'no';
  if (field.format === 'cents') return String(Number(value) / 100);
  return String(value);
}
