import type { ReactElement } from 'react';
import type { Application, Step } from '../api/application';
import type { HeldMaterial } from '../api/draft';
import { type Missing, answerBy, nameOf } from '../forms/missing';
import { type Page, page } from '../page/page';
import { useBase, useReader, useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { ConsentField } from '../parts/consent-field';
import { ErrorSummary, type FieldProblem } from '../parts/error-summary';
import { day } from '../parts/format';
import { MaterialPanel } from '../parts/material-panel';
import { Question } from '../parts/question';
import { applications } from '../words/applications';

interface Asked {
  readonly of: Application;
  readonly step: Step;
  readonly missing: readonly Missing[];
  readonly held: readonly HeldMaterial[];
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

/** Everything a department asked for, at once, to be handed in on the same application. */
export const supplementPage = (asked: Asked): Page =>
  page(applications.supplementTitle(asked.step.name), <Supplement {...asked} />, {
    wrong: asked.problems.length > 0,
    status: asked.problems.length > 0 ? 422 : 200,
  });

function Supplement({ of, step, missing, held, typed, problems }: Asked): ReactElement {
  const say = useSay();
  const { language } = useReader();
  const until = answerBy(of, step);
  const place = `${useBase()}/applications/${of.applicationNumber}`;
  const kept = held.map(({ code, grade, reference }) => `${code}~${grade}~${reference}`).join(',');
  const query = kept ? `held=${encodeURIComponent(kept)}` : '';
  const path = `${place}/steps/${step.id}/supplement`;
  const problemOf = (code: string) => problems.find(({ field }) => field === code)?.text;
  return (
    <>
      <BackLink to={place} />
      <ErrorSummary problems={problems} />
      <h1>{say(applications.supplementTitle(step.name))}</h1>
      <p className="lead">{say(applications.supplementLead)}</p>
      {until ? <p>{say(applications.supplementUntil(day(until, language)))}</p> : null}
      {missing
        .filter(({ field, share }) => !field && !share)
        .map((each) => (
          <MaterialPanel
            key={each.code}
            of={each.material ?? { code: each.code, name: nameOf(each), grade: 'C' }}
            usedFor={step.name}
            held={held.find(({ code }) => code === each.code)}
            action={`${path}?${[`material=${encodeURIComponent(each.code)}`, query].filter(Boolean).join('&')}`}
            error={problemOf(each.code)}
          />
        ))}
      <form method="post" action={query ? `${path}?${query}` : path} noValidate>
        {missing.map(({ code, field, share }) =>
          share ? (
            <ConsentField key={code} of={share} typed={typed[share.id] ?? ''} problem={problemOf(share.id)} />
          ) : field ? (
            <Question key={code} field={field} typed={typed[code] ?? ''} problem={problemOf(code)} />
          ) : null,
        )}
        <button className="button">{say(applications.supplementSend)}</button>
      </form>
    </>
  );
}
