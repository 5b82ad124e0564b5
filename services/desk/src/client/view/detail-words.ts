import type { Step, Text } from '@lianban/rest-client';

interface DetailNames {
  readonly steps: readonly Pick<Step, 'id' | 'name'>[];
  text(of: Text | undefined): string;
  codeName(code: string): string;
}

/** What somebody wrote: a resident who withdraws, an operator who answers instead of the department. */
const inOwnWords: readonly string[] = ['withdrawn', 'taken-over'];
const unreadable: readonly string[] = ['not-needed', 'objection-raised', 'review-asked'];

/**
 * The reason of a step or timeline entry as text. The condition that makes a step unnecessary is an expression, which people cannot
 * read; an objection's number means nothing to them. A blocked step names the step before it; a demand lists papers.
 */
export function detailWords(what: string, detail: string | undefined, { steps, text, codeName }: DetailNames): string {
  if (!detail || unreadable.includes(what)) return '';
  if (inOwnWords.includes(what)) return detail;
  if (what === 'stopped') return text(steps.find(({ id }) => id === detail)?.name) || codeName(detail);
  return detail
    .split(', ')
    .map(codeName)
    .join(text({ zh: '、', en: ', ' }));
}
