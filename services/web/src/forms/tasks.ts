import type { Draft, FormField, Package } from '@lianban/rest-client';
import { shareInsteadOf } from './consents';

export type TaskState = 'done' | 'open' | 'optional';

export interface Tasks {
  readonly questions: readonly { readonly field: FormField; readonly state: TaskState }[];
  readonly materials: readonly { readonly code: string; readonly held: boolean }[];
  /** Required questions without an answer. */
  readonly unanswered: readonly FormField[];
  /** Everything required is there. */
  readonly ready: boolean;
}

export const isAnswered = (field: FormField, draft: Draft | undefined): boolean => {
  const value = draft?.answers[field.name];
  return value !== undefined && value !== null && value !== '';
};

/** The progress of a draft: what is done, and what is required before it can be submitted. */
export function tasksOf(of: Package, draft: Draft | undefined): Tasks {
  const questions = of.form.map((field) => ({ field, state: stateOf(field, draft) }));
  const unanswered = questions.filter(({ state }) => state === 'open').map(({ field }) => field);
  const held = new Set(draft?.materials.map(({ code }) => code));
  const materials = materialsOf(of).map(({ code }) => ({ code, held: held.has(code) }));
  return { questions, materials, unanswered, ready: unanswered.length === 0 };
}

function stateOf(field: FormField, draft: Draft | undefined): TaskState {
  if (isAnswered(field, draft)) return 'done';
  return field.required ? 'open' : 'optional';
}

/** The materials of all items without duplicates, each with its uses; without papers that a consent replaces. */
export function materialsOf(of: Package) {
  const all = of.steps
    .flatMap(({ item }) => item.materials.map((material) => ({ ...material, item: item.name })))
    .filter(({ code }) => !shareInsteadOf(code, of));
  return all.filter(({ code }, index) => all.findIndex((each) => each.code === code) === index);
}

/** The next question of the form. */
export const questionAfter = ({ form }: Package, name: string): FormField | undefined =>
  form[form.findIndex((field) => field.name === name) + 1];
