import type { Application, AskedShare, FormField, ItemMaterial, Package, Step, Wanted } from '@lianban/rest-client';
import type { BilingualText } from '../page/reader';
import { applications } from '../i18n/applications';
import { shareInsteadOf } from './consents';

/** Something a department asked for, with what the catalogue knows of it: a question of the form, or a material. */
export interface MissingItem {
  readonly code: string;
  /** What the officer wrote about it. */
  readonly note: string | undefined;
  /** Uploads that were handed in for it before. */
  readonly received: readonly string[];
  readonly field: FormField | undefined;
  readonly material: ItemMaterial | undefined;
  /** A paper that a consent stands for is asked for as that consent. */
  readonly share: AskedShare | undefined;
}

/** What officers wrote, by step; undefined of a department that cannot be asked now. */
export type WantedBy = Readonly<Record<string, readonly Wanted[] | undefined>>;

/** A step's missing things, and whether its department's words about them are known. */
export interface AskedFor {
  readonly things: readonly MissingItem[];
  readonly isExplained: boolean;
}

export function missingOf({ id, missing = [] }: Step, of: Package | undefined, wantedBy: WantedBy): AskedFor {
  const materials = of?.steps.flatMap(({ item }) => item.materials) ?? [];
  const wanted = wantedBy[id];
  const things = missing.map(({ code }) => ({
    code,
    note: wanted?.find((each) => each.code === code)?.note,
    received: receivedOf(wanted?.find((each) => each.code === code)),
    field: of?.form.find(({ name }) => name === code),
    material: materials.find((each) => each.code === code),
    share: shareInsteadOf(code, of),
  }));
  return { things, isExplained: wanted !== undefined };
}

/** A consent that stands for a paper was handed in as well, but is no file. */
const receivedOf = (wanted: Wanted | undefined): readonly string[] =>
  (wanted?.received ?? []).map(({ reference }) => reference).filter((reference) => /^FM[0-9a-f-]{36}$/.test(reference));

/**
 * Until when the department waits for it. The step's own limit lies later: then the platform looks whether the department has gone
 * on, and whoever hands in by then may be too late.
 */
export const answerBy = (of: Application, step: Step): string | undefined => lastAsked(of, step)?.until;

/** When the department asked for it: for the same thing a second time is another time. */
export const askedAt = (of: Application, step: Step): string => lastAsked(of, step)?.at ?? '';

const lastAsked = ({ timeline }: Application, step: Step) =>
  timeline.findLast(({ what, step: of }) => what === 'supplement-requested' && of === step.id);

/** Its name in the catalogue; of what stands in none, the officer's words say what it is. */
export const nameOf = ({ field, material }: MissingItem): BilingualText =>
  material?.name ?? field?.label ?? applications.otherPaper;
