import type { ReactElement } from 'react';
import type { Draft, Package } from '@lianban/rest-client';
import type { OwnPaper } from '../api/own-papers';
import { materialsOf } from '../forms/tasks';
import { type Page, page } from '../page/page';
import { useBase, useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { ErrorSummary, type FieldProblem } from '../parts/error-summary';
import { MaterialPanel } from '../parts/material-panel';
import { apply } from '../i18n/apply';

/** The materials of a package: uploaded page by page, or promised. */
export const materialsPage = (
  of: Package,
  draft: Draft | undefined,
  papers: readonly OwnPaper[],
  problem?: FieldProblem,
): Page =>
  page(apply.materials, <Materials of={of} draft={draft} papers={papers} problem={problem} />, {
    wrong: problem !== undefined,
    status: problem ? 422 : 200,
  });

interface Props {
  readonly of: Package;
  readonly draft: Draft | undefined;
  readonly papers: readonly OwnPaper[];
  readonly problem: FieldProblem | undefined;
}

function Materials({ of, draft, papers, problem }: Props): ReactElement {
  const say = useSay();
  const path = `${useBase()}/apply/${of.code}`;
  return (
    <>
      <BackLink to={path} />
      <ErrorSummary problems={problem ? [problem] : []} />
      <h1>{say(apply.materials)}</h1>
      <p>{say(apply.materialLead)}</p>
      {materialsOf(of).map(({ code, name, grade, item }) => {
        const held = draft?.materials ?? [];
        const error = problem?.field === code ? problem.text : undefined;
        const action = `${path}/materials?material=${code}`;
        return (
          <MaterialPanel key={code} of={{ code, name, grade }} usedFor={item} {...{ held, papers, action, error }} />
        );
      })}
      <p>
        <a className="button" href={path}>
          {say(apply.toTasks)}
        </a>
      </p>
    </>
  );
}
