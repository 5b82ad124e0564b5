import type { ReactElement, ReactNode } from 'react';
import { type Page, page } from '../page/page';
import { type Text, useReader, useSay } from '../page/reader';
import { signInPath } from '../http/sign-in-path';
import { problems } from '../words/problems';
import { site } from '../words/site';

function Problem(props: { title: Text; why: Text; children?: ReactNode }): ReactElement {
  const say = useSay();
  return (
    <>
      <h1>{say(props.title)}</h1>
      <p className="lead">{say(props.why)}</p>
      {props.children}
      <p>
        <a href="/">{say(problems.toHome)}</a>
      </p>
    </>
  );
}

const problem = (status: number, title: Text, why: Text, more?: ReactNode): Page =>
  page(
    title,
    <Problem title={title} why={why}>
      {more}
    </Problem>,
    { status },
  );

export const notFound = (): Page => problem(404, problems.notFound, problems.notFoundWhy);
export const notAllowed = (): Page => problem(403, problems.notAllowed, problems.notAllowedWhy);
export const internal = (): Page => problem(500, problems.internal, problems.internalWhy);

/** What was sent fits nothing here: a form of an older page, or one that no page of this site has. */
export const notTaken = (status: number): Page => problem(status, problems.notTaken, problems.notTakenWhy);
export const notPossible = (status: number): Page => problem(status, problems.notPossible, problems.notPossibleWhy);

export const busy = (status: 413 | 429): Page =>
  status === 413
    ? problem(status, problems.tooLarge, problems.tooLargeWhy)
    : problem(status, problems.busy, problems.busyWhy);

export const signedOut = (): Page => problem(401, problems.signedOut, problems.signedOutWhy, <SignIn />);
export const unavailable = (): Page => problem(503, problems.unavailable, problems.unavailableWhy, <StillWorks />);

function SignIn(): ReactElement {
  const say = useSay();
  const { here } = useReader();
  return (
    <p>
      <a className="button" href={signInPath(here)}>
        {say(site.signIn)}
      </a>
    </p>
  );
}

function StillWorks(): ReactElement {
  const say = useSay();
  return (
    <>
      <p>{say(problems.unknownOutcome)}</p>
      <h2>{say(problems.stillWorks)}</h2>
      <ul>
        <li>
          <a href="/">{say(problems.worksSearch)}</a>
        </li>
        <li>
          <a href="/help">{say(problems.worksHelp)}</a>
        </li>
        <li>{say(problems.worksHotline)}</li>
      </ul>
    </>
  );
}
