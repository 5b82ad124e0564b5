import type { ReactElement } from 'react';
import type { Application, HeldMaterial, Step } from '@lianban/rest-client';
import type { OwnPaper } from '../api/own-papers';
import { type AskedFor, answerBy, nameOf } from '../forms/missing';
import { type Page, formPage } from '../page/page';
import { useBase, useReader, useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { ConsentField } from '../parts/consent-field';
import { ErrorSummary, type FieldProblem } from '../parts/error-summary';
import { day } from '../parts/format';
import { MaterialPanel } from '../parts/material-panel';
import { Question } from '../parts/question';
import { WantedNote } from '../parts/wanted-note';
import { applications } from '../i18n/applications';
import { files } from '../i18n/files';

interface SupplementProps {
  readonly of: Application;
  readonly step: Step;
  readonly missing: AskedFor;
  readonly held: readonly HeldMaterial[];
  readonly papers: readonly OwnPaper[];
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

/** Everything a department asked for, submitted together on the same application. */
export const supplementPage = (asked: SupplementProps): Page =>
  formPage(applications.supplementTitle(asked.step.name), <Supplement {...asked} />, asked.problems);

function Supplement({
  of,
  step,
  missing: { things, isExplained },
  held,
  papers,
  typed,
  problems,
}: SupplementProps): ReactElement {
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
      {isExplained ? null : <p className="quiet">{say(applications.notesAway)}</p>}
      {things
        .filter(({ field, share }) => !field && !share)
        .map((each) => (
          <MaterialPanel
            key={each.code}
            of={each.material ?? { code: each.code, name: nameOf(each), grade: 'C' }}
            usedFor={step.name}
            held={held}
            papers={papers}
            action={`${path}?${[`material=${encodeURIComponent(each.code)}`, query].filter(Boolean).join('&')}`}
            error={problemOf(each.code)}
            before={each.received.length > 0 ? applications.again : undefined}
          >
            <WantedNote of={each} />
          </MaterialPanel>
        ))}
      <noscript>
        <p className="quiet">{say(files.uploadFirst)}</p>
      </noscript>
      <form id="hand-in" method="post" action={query ? `${path}?${query}` : path} noValidate>
        {things
          .filter(({ field, share }) => field ?? share)
          .map((each) => (
            <div key={each.code}>
              <WantedNote of={each} />
              {each.share ? (
                <ConsentField of={each.share} typed={typed[each.share.id] ?? ''} problem={problemOf(each.share.id)} />
              ) : null}
              {each.field && !each.share ? (
                <Question field={each.field} typed={typed[each.code] ?? ''} problem={problemOf(each.code)} />
              ) : null}
            </div>
          ))}
        <button className="button">{say(applications.supplementSend)}</button>
      </form>
    </>
  );
}
