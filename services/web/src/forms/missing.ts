import type { Application, Step } from '../api/application';
import type { Field, Material, Package } from '../api/package';
import type { Text } from '../page/reader';
import { type AskedShare, shareInsteadOf } from './consents';

/** Something a department asked for, with what the catalogue knows of it: a question of the form, or a material. */
export interface Missing {
  readonly code: string;
  /** As the department wrote it. */
  readonly note: string;
  readonly field: Field | undefined;
  readonly material: Material | undefined;
  /** A paper that a consent stands for is asked for as that consent. */
  readonly share: AskedShare | undefined;
}

export function missingOf({ missing }: Step, of: Package | undefined): readonly Missing[] {
  const materials = of?.steps.flatMap(({ item }) => item.materials) ?? [];
  return missing.map(({ code, note }) => ({
    code,
    note,
    field: of?.form.find(({ name }) => name === code),
    material: materials.find((each) => each.code === code),
    share: shareInsteadOf(code, of),
  }));
}

/**
 * Until when the department waits for it. The step's own limit lies later: then the platform looks whether the department has gone
 * on, and whoever hands in by then may be too late.
 */
export const answerBy = (of: Application, step: Step): string | undefined => lastAsked(of, step)?.until;

/** When the department asked for it: for the same thing a second time is another time. */
export const askedAt = (of: Application, step: Step): string => lastAsked(of, step)?.at ?? '';

const lastAsked = ({ timeline }: Application, step: Step) =>
  timeline.findLast(({ what, step: of }) => what === 'supplement-requested' && of === step.id);

/** Its name in the catalogue; what stands in none is called as the department calls it. */
export const nameOf = ({ code, note, field, material }: Missing): Text =>
  material?.name ?? field?.label ?? { zh: note || code, en: note || code };
