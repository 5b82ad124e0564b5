import type { ReactElement } from 'react';
import type { FormField, Package } from '@lianban/rest-client';
import { type Page, page } from '../page/page';
import { type BilingualText, useBase, useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { ErrorSummary } from '../parts/error-summary';
import { Question } from '../parts/question';
import { apply } from '../i18n/apply';

interface QuestionProps {
  readonly of: Package;
  readonly field: FormField;
  readonly typed: string;
  readonly problem?: BilingualText | undefined;
  /** The source of a prefilled value. */
  readonly source?: BilingualText | undefined;
  /** The page to return to after changing this answer. */
  readonly back: 'check-answers' | undefined;
}

/** One question of a package's form. */
export const questionPage = (asked: QuestionProps): Page =>
  page(asked.field.label, <QuestionPage {...asked} />, {
    wrong: asked.problem !== undefined,
    status: asked.problem ? 422 : 200,
  });

function QuestionPage({ of, field, typed, problem, source, back }: QuestionProps): ReactElement {
  const say = useSay();
  const path = `${useBase()}/apply/${of.code}`;
  const at = of.form.findIndex(({ name }) => name === field.name);
  const before = of.form[at - 1];
  const backTo = back ? `${path}/${back}` : before ? `${path}/${before.name}` : path;
  return (
    <>
      <BackLink to={backTo} />
      <ErrorSummary problems={problem ? [{ field: field.name, text: problem }] : []} />
      <p className="quiet">
        {say(of.name)} · {say(apply.progress(at + 1, of.form.length))}
      </p>
      <form method="post" action={`${path}/${field.name}${back ? `?from=${back}` : ''}`} noValidate>
        <Question field={field} typed={typed} problem={problem} heading />
        {source ? <p className="note">{say(apply.prefilled(source))}</p> : null}
        <div className="actions">
          <button className="button">{say(back ? apply.save : apply.next)}</button>
          <a href={path}>{say(apply.toTasks)}</a>
        </div>
      </form>
    </>
  );
}
