import type { ReactElement } from 'react';
import type { Application, Step } from '@lianban/rest-client';
import { type Page, page } from '../page/page';
import { type BilingualText, useBase, useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { ErrorSummary } from '../parts/error-summary';
import { TextField } from '../parts/text-field';
import { applications } from '../i18n/applications';

interface ReasonFormState {
  readonly typed: string;
  readonly problem?: BilingualText;
  /** A hidden field: a repeated submission has the same key. */
  readonly key?: string;
}

const status = ({ problem }: ReasonFormState) => ({ wrong: problem !== undefined, status: problem ? 422 : 200 });

export const withdrawPage = (of: Application, reason: ReasonFormState): Page =>
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
    />,
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

interface Props {
  readonly of: Application;
  readonly reason: ReasonFormState;
  readonly act: string;
  readonly title: BilingualText;
  readonly lead?: BilingualText | undefined;
  readonly question: BilingualText;
  readonly hint?: BilingualText;
  readonly send: BilingualText;
  readonly danger?: boolean;
}

function ReasonForm({ of, reason, act, title, lead, question, hint, send, danger }: Props): ReactElement {
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
