import type { FieldEntry } from './values';

/** Whether a field is a question at all, given the other answers; one whose question is still open is not. */
export function isAsked(
  { askedWhen }: Pick<FieldEntry, 'askedWhen'>,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  if (askedWhen === undefined) return true;
  const { field, is, isNot } = askedWhen;
  const answer = answers[field] ?? undefined;
  return answer !== undefined && (is === undefined ? answer !== isNot : answer === is);
}
