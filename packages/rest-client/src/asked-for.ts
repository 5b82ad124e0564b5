import type { FormField } from '../gen/api';

type FormAnswers = Readonly<Record<string, unknown>>;

/** Whether the other answers make this field a question; one whose question is still open is not asked yet. */
export function isAskedFor({ askedWhen }: Pick<FormField, 'askedWhen'>, answers: FormAnswers): boolean {
  if (askedWhen === undefined) return true;
  const answer = answers[askedWhen.field] ?? undefined;
  if (answer === undefined) return false;
  return askedWhen.unless ? String(answer) !== askedWhen.value : String(answer) === askedWhen.value;
}
