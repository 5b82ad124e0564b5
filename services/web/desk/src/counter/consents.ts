import type { Item, Package, Share } from '../api/types';

export interface AskedConsent {
  readonly id: string;
  readonly item: Item;
  readonly share: Share;
}

/** What the applicant has to agree to before a department may ask about them; each once. */
export function consentsOf({ steps }: Package): readonly AskedConsent[] {
  const all = steps.flatMap(({ item }) =>
    (item.shares ?? [])
      .filter(({ basis }) => basis === 'consent')
      .map((share) => ({ id: `${item.department}-${item.code}`, item, share })),
  );
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

/** Those that were agreed to, as the API takes them. */
export const given = (of: Package, agreed: Readonly<Record<string, boolean | undefined>> = {}) =>
  consentsOf(of)
    .filter(({ id }) => agreed[id] === true)
    .map(({ item, share }) => ({
      from: share.from,
      to: item.department,
      purpose: item.code,
      version: share.version,
    }));
