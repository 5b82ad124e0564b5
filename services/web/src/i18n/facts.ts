import type { Item } from '@lianban/rest-client';
import type { BilingualText } from '../page/reader';
import { money } from '../parts/format';

const same = (text: string): BilingualText => ({ zh: text, en: text });

/** What a department found, as far as its item tells the applicant. */
export const factsOf = (
  found: Readonly<Record<string, unknown>>,
  item: Item | undefined,
): readonly { name: BilingualText; value: BilingualText }[] =>
  (item?.facts ?? []).flatMap(({ name, label, format }) => {
    const value = found[name];
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    return [{ name: label, value: same(format === 'cents' ? money(Number(value)) : String(value)) }];
  });
