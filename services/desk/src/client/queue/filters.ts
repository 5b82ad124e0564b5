import type { Level } from '@lianban/rest-client';

/** The filters of the queue. They are stored in the URL, so that a list can be sent to a colleague. */
export interface Filters {
  readonly whose: 'team' | 'mine' | 'unassigned';
  readonly status?: string;
  readonly item?: string;
  readonly step?: string;
  readonly district?: string;
  readonly level?: Level;
  readonly number?: string;
  /** Only cases on which anything waits for a second person. */
  readonly ask?: 'waiting';
}

const choices = ['status', 'item', 'step', 'district', 'level', 'number', 'ask'] as const;
const forms: Readonly<Record<(typeof choices)[number], RegExp>> = {
  status: /^[a-z]{1,32}$/,
  item: /^[a-z0-9-]{1,64}$/,
  step: /^[a-z0-9-]{1,64}$/,
  district: /^\d{6}$/,
  level: /^(overdue|red|amber|green)$/,
  number: /^[0-9A-Za-z-]{1,64}$/,
  ask: /^waiting$/,
};

/** Parses the filters of a URL; malformed ones are ignored. */
export function filtersOf(address: URLSearchParams): Filters {
  const whose = address.get('whose');
  const given = choices.flatMap((name) => {
    const value = address.get(name)?.trim();
    return value && forms[name].test(value) ? [[name, value]] : [];
  });
  return { whose: whose === 'mine' || whose === 'unassigned' ? whose : 'team', ...Object.fromEntries(given) };
}

/** The query string of filters: shortest form, fixed order, so that equal filters have equal URLs. */
export function addressOf(filters: Filters): URLSearchParams {
  const address = new URLSearchParams();
  if (filters.whose !== 'team') address.set('whose', filters.whose);
  for (const name of choices) if (filters[name]) address.set(name, filters[name]);
  return address;
}

/** The filters with one set or, by an empty value, removed. */
export function narrowed(filters: Filters, name: keyof Filters, value: string | undefined): Filters {
  const address = addressOf(filters);
  if (value) address.set(name, value);
  else address.delete(name);
  return filtersOf(address);
}

export const isNarrowed = (filters: Filters): boolean => choices.some((name) => filters[name] !== undefined);
