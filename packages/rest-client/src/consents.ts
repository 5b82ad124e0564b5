import type { Consent, Package, Share, Text } from '../gen/api';

/** A department that asks about the applicant for one item of the package. */
export interface AskedShare extends Share {
  /** Of its field in a form. */
  readonly id: string;
  /** The department that asks, and the item it asks for. */
  readonly to: string;
  readonly purposeCode: string;
  readonly department: Text;
  readonly item: Text;
}

/** Who will ask what about the applicant, when the steps `without` are not asked for; each once. */
export function sharesOf(
  { steps }: Pick<Package, 'steps'>,
  without: ReadonlySet<string> = new Set(),
): readonly AskedShare[] {
  const all = steps
    .filter(({ id }) => !without.has(id))
    .flatMap(({ item }) =>
      (item.shares ?? []).map((share) => ({
        ...share,
        id: `consent-${item.department}-${item.code}`,
        to: item.department,
        purposeCode: item.code,
        department: item.departmentName,
        item: item.name,
      })),
    );
  return all.filter(({ id }, index) => all.findIndex((each) => each.id === id) === index);
}

export const needsConsent = ({ basis }: AskedShare): boolean => basis === 'consent';

/** A consent to the words as they are now. */
export const consentTo = ({ from, to, purposeCode: purpose, version }: AskedShare): Consent => ({
  from,
  to,
  purpose,
  version,
});
