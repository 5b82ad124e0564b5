import type { ReactElement, ReactNode } from 'react';
import type { Application, Package, Step } from '@lianban/rest-client';
import { afterWithdrawal } from '../forms/withdrawal';
import { type Page, page } from '../page/page';
import { type BilingualText, useBase, useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { ErrorSummary } from '../parts/error-summary';
import { Told } from '../parts/told';
import { Summary } from '../parts/summary';
import { TextField } from '../parts/text-field';
import { applications } from '../i18n/applications';

interface ReasonFormState {
  readonly typed: string;
  readonly problem?: BilingualText;
  /** A hidden field: a repeated submission has the same key. */
  readonly key?: string;
}

const status = ({ problem }: ReasonFormState) => ({ wrong: problem !== undefined, status: problem ? 422 : 200 });

interface Withdrawn {
  readonly of: Application;
  readonly described: Package | undefined;
}

export const withdrawPage = ({ of, described }: Withdrawn, reason: ReasonFormState): Page =>
  page(
    applications.withdrawTitle,
    <ReasonForm
      of={of}
      reason={reason}
      act="withdraw"
      title={applications.withdrawTitle}
      lead={applications.withdrawMeans}
      question={applications.withdrawWhy}
      send={applications.withdrawSend}
      danger
    >
      <AfterWithdrawal of={of} described={described} />
    </ReasonForm>,
    status(reason),
  );

/** An objection to what a rule refused asks a person to look at it. */
export function objectPage(of: Application, step: Step, reason: ReasonFormState): Page {
  const isReview = step.reviewBy !== undefined;
  const title = isReview ? applications.reviewTitle(step.name) : applications.objectTitle(step.name);
  const form = (
    <ReasonForm
      of={of}
      reason={reason}
      act={`steps/${step.id}/objection`}
      title={title}
      lead={isReview ? applications.reviewMeans : undefined}
      question={isReview ? applications.reviewWhy : applications.objectWhy}
      hint={applications.objectHint}
      send={isReview ? applications.reviewSend : applications.objectSend}
    />
  );
  return page(title, form, status(reason));
}

/** What becomes of each item. */
function AfterWithdrawal({ of, described }: Withdrawn): ReactElement {
  const say = useSay();
  const rows = of.steps.flatMap((step) => {
    const means = afterWithdrawal(step, described);
    return means ? [{ name: say(step.name), value: say(means) }] : [];
  });
  return (
    <>
      <h2>{say(applications.withdrawEach)}</h2>
      <Summary rows={rows} />
    </>
  );
}

/** Outside a notice an objection would be dismissed: said before anybody writes one, with what can be done instead. */
export const noObjectionPage = (of: Application): Page => page(applications.noObjection, <NoObjection of={of} />);

function NoObjection({ of }: { readonly of: Application }): ReactElement {
  const say = useSay();
  const place = `${useBase()}/applications/${of.applicationNumber}`;
  return (
    <>
      <BackLink to={place} />
      <h1>{say(applications.noObjection)}</h1>
      <p className="lead">{say(applications.noObjectionWhy)}</p>
      <p>
        <Told text={applications.appealHow} />
      </p>
    </>
  );
}

interface Props {
  readonly of: Application;
  readonly children?: ReactNode;
  readonly reason: ReasonFormState;
  readonly act: string;
  readonly title: BilingualText;
  readonly lead?: BilingualText | undefined;
  readonly question: BilingualText;
  readonly hint?: BilingualText;
  readonly send: BilingualText;
  readonly danger?: boolean;
}

function ReasonForm({ of, reason, act, title, lead, question, hint, send, danger, children }: Props): ReactElement {
  const say = useSay();
  const place = `${useBase()}/applications/${of.applicationNumber}`;
  return (
    <>
      <BackLink to={place} />
      <ErrorSummary problems={reason.problem ? [{ field: 'reason', text: reason.problem }] : []} />
      <h1>{say(title)}</h1>
      <p className="quiet">
        {say(of.name)} · {of.applicationNumber}
      </p>
      {lead ? <p>{say(lead)}</p> : null}
      {children}
      <form method="post" action={`${place}/${act}`} noValidate>
        {reason.key ? <input type="hidden" name="key" value={reason.key} /> : null}
        <TextField
          id="reason"
          kind="long"
          label={say(question)}
          hint={hint && say(hint)}
          error={reason.problem && say(reason.problem)}
          typed={reason.typed}
        />
        <div className="actions">
          <button className={danger ? 'button danger' : 'button'}>{say(send)}</button>
          <a href={place}>{say(applications.keep)}</a>
        </div>
      </form>
    </>
  );
}

/** The application has changed since its page was shown. */
export const notPossiblePage = (place: string): Page =>
  page(applications.notPossible, <NotPossible place={place} />, { status: 409 });

function NotPossible({ place }: { place: string }): ReactElement {
  const say = useSay();
  return (
    <>
      <h1>{say(applications.notPossible)}</h1>
      <p className="lead">{say(applications.notPossibleWhy)}</p>
      <p>
        <a className="button" href={place}>
          {say(applications.latest)}
        </a>
      </p>
    </>
  );
}
