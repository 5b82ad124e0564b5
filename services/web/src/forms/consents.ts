import type { Item, Share } from '../api/package';
import type { Text } from '../page/reader';

/** As much of a package as tells who asks: the site and the desk read packages each in their own way. */
interface Asking {
  readonly steps: readonly {
    readonly id: string;
    readonly item: Pick<Item, 'code' | 'name' | 'department' | 'departmentName'> & {
      readonly shares?: readonly Share[];
    };
  }[];
}

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

/** What a consent is called on its way to the API. */
export interface Consent {
  readonly from: string;
  readonly to: string;
  readonly purpose: string;
  readonly version: string;
}

/** Who will ask what about the applicant, when the steps `without` are not asked for; each once. */
export function sharesOf({ steps }: Asking, without: ReadonlySet<string> = new Set()): readonly AskedShare[] {
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

/** Of the field that says which words stood beside a choice. */
export const versionField = (id: string): string => `${id}-version`;

/** What a form agrees to: the words it showed, which need not be those of today. */
export const consentIn =
  (form: Readonly<Record<string, unknown>>) =>
  (share: AskedShare): Consent => {
    const shown = form[versionField(share.id)];
    const known = typeof shown === 'string' && /^[\w.-]{1,32}$/.test(shown);
    return consentTo(known ? { ...share, version: shown } : share);
  };

/** The share that says the same as this paper: whoever agrees to it need not hand the paper in. */
export const shareInsteadOf = (code: string, of: Asking | undefined): AskedShare | undefined =>
  of && sharesOf(of).find((share) => needsConsent(share) && share.material === code);
