import type { Application, AskedShare, FormField, ItemMaterial, Package, Step, Wanted } from '@lianban/rest-client';
import type { BilingualText } from '../page/reader';
import { applications } from '../i18n/applications';
import { consents } from '../i18n/consents';
import { shareInsteadOf } from './consents';

/** Something a department asked for, with its catalogue entry: a question of the form, or a material. */
export interface MissingItem {
  readonly code: string;
  /** The officer's note. */
  readonly note: string | undefined;
  /** Uploads submitted for it before. */
  readonly received: readonly string[];
  readonly field: FormField | undefined;
  readonly material: ItemMaterial | undefined;
  /** When a consent replaces the paper, the consent is asked for. */
  readonly share: AskedShare | undefined;
}

/** Officers' notes by step; undefined for a department that does not answer. */
export type WantedBy = Readonly<Record<string, readonly Wanted[] | undefined>>;

/** What a step is missing, and whether its department's notes are available. */
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

/** A consent submitted in place of a paper has no file. */
const receivedOf = (wanted: Wanted | undefined): readonly string[] =>
  (wanted?.received ?? []).map(({ reference }) => reference).filter((reference) => /^FM[0-9a-f-]{36}$/.test(reference));

/**
 * The time limit the department set. The step's own limit is later: then the platform checks whether the department has gone on,
 * and a supplement in between may be too late.
 */
export const answerBy = (of: Application, step: Step): string | undefined => lastAsked(of, step)?.until;

/** When the department asked: a second demand for the same thing is another demand. */
export const askedAt = (of: Application, step: Step): string => lastAsked(of, step)?.at ?? '';

const lastAsked = ({ timeline }: Application, step: Step) =>
  timeline.findLast(({ what, step: of }) => what === 'supplement-requested' && of === step.id);

/** As its own page names it: a decision on consent, a paper, a question; without one the officer's note describes it. */
export const nameOf = ({ field, material, share }: MissingItem): BilingualText =>
  share ? consents.toDecide(share.department, share.what) : (material?.name ?? field?.label ?? applications.otherPaper);
