import type { ReactElement } from 'react';
import { type BilingualText, useSay } from '../page/reader';
import { errors } from '../i18n/fields';

/** One error: `field` is the id of the input. */
export interface FieldProblem {
  readonly field: string;
  readonly text: BilingualText;
  /** Where it can be put right, when that is another page. */
  readonly place?: string;
}

/** All errors of a form, before the form, each linked to its field. The script moves the focus here. */
export function ErrorSummary({ problems }: { readonly problems: readonly FieldProblem[] }): ReactElement | null {
  const say = useSay();
  if (problems.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} aria-labelledby="errors">
      <h2 id="errors">{say(errors.title)}</h2>
      <ul>
        {problems.map(({ field, text, place }) => (
          <li key={field}>
            <a href={place ?? `#${field}`}>{say(text)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is wrong with a field, in the reader's language. */
export function useErrorOf(problems: readonly FieldProblem[]): (field: string) => string | undefined {
  const say = useSay();
  return (id) => {
    const found = problems.find(({ field }) => field === id);
    return found && say(found.text);
  };
}
