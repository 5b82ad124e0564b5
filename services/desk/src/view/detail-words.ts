import type { Step, Text } from '@lianban/rest-client';

interface DetailNames {
  readonly steps: readonly Pick<Step, 'id' | 'name'>[];
  text(of: Text | undefined): string;
  codeName(code: string): string;
}

/**
 * The reason of a step or of a line of the history. Why a step is not needed is a condition of the catalogue, which says nothing to
 * people; nor does the number of an objection. What stopped a step is the step before it; what is missing, a list of papers.
 */
export function detailWords(what: string, detail: string | undefined, { steps, text, codeName }: DetailNames): string {
  if (!detail || what === 'not-needed' || what === 'objection-raised') return '';
  if (what === 'stopped') return text(steps.find(({ id }) => id === detail)?.name) || codeName(detail);
  return detail
    .split(', ')
    .map(codeName)
    .join(text({ zh: '、', en: ', ' }));
}
