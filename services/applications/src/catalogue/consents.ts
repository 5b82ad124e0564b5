import type { Refusal } from '@lianban/model';
import type { CataloguedPackage } from './catalogue';

interface Said {
  readonly from: string;
  readonly to: string;
  readonly purpose: string;
  readonly version: string;
}

/**
 * Checks what somebody agrees to against what the package's departments ask for. Refused: "invalid-consents", for a share the
 * package has not; "consent-outdated", for other words than the catalogue's, which the person must read before they agree.
 */
export function invalidConsents({ steps }: CataloguedPackage, consents: readonly Said[]): Refusal | undefined {
  for (const [index, { from, to, purpose, version }] of consents.entries()) {
    const pointer = `/consents/${index}`;
    const item = steps.find(({ entry }) => entry.department === to && entry.code === purpose)?.entry;
    const share = item?.shares.find((each) => each.from === from && each.basis === 'consent');
    if (share === undefined)
      return {
        refused: 'invalid-consents',
        detail: `${pointer}: this package asks for no such consent.`,
        pointer,
      };
    if (share.version !== version)
      return {
        refused: 'consent-outdated',
        detail: `${pointer}/version: the words have changed since; show them as they are now and ask again.`,
        pointer: `${pointer}/version`,
      };
  }
  return undefined;
}
