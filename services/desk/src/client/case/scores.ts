import type { FormField } from '@lianban/rest-client';

export type Typed = Readonly<Record<string, unknown>>;

/** A field whose numbers each stand for something the catalogue says. */
export const isScored = ({ scale }: FormField): boolean => scale !== undefined;

export interface ScoreGroup {
  readonly name: NonNullable<FormField['scale']>['group'];
  readonly fields: readonly FormField[];
}

/** Scored fields by their heading, both in the order of the catalogue. */
export function groupsOf(fields: readonly FormField[]): readonly ScoreGroup[] {
  const scored = fields.filter(isScored);
  const headings = new Map(scored.flatMap(({ scale }) => (scale ? [[scale.group.zh, scale.group] as const] : [])));
  return [...headings.values()].map((name) => ({
    name,
    fields: scored.filter(({ scale }) => scale?.group.zh === name.zh),
  }));
}

/** The sum of what is filled in, the most it can be, and how many of the scores are there. */
export function tallyOf(fields: readonly FormField[], typed: Typed) {
  const scored = fields.filter(isScored);
  const given = scored.flatMap(({ name }) => (typeof typed[name] === 'number' ? [typed[name]] : []));
  return {
    sum: given.reduce((sum, score) => sum + score, 0),
    most: scored.reduce((sum, { maximum = 0 }) => sum + maximum, 0),
    count: given.length,
    of: scored.length,
  };
}
