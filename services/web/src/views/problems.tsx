import type { ReactElement, ReactNode } from 'react';
import { type Page, page } from '../page/page';
import { type BilingualText, useReader, useSay } from '../page/reader';
import { freshSignInPath, signInPath } from '../http/sign-in-path';
import type { FormEntries } from '../forms/typed-form';
import { isolated } from '@lianban/rest-client';
import { Told } from '../parts/told';
import { problems } from '../i18n/problems';
import { site } from '../i18n/site';

function Problem(props: { title: BilingualText; why: BilingualText; children?: ReactNode }): ReactElement {
  const say = useSay();
  return (
    <>
      <h1>{say(props.title)}</h1>
      <p className="lead">
        <Told text={props.why} />
      </p>
      {props.children}
      <p>
        <a href="/">{say(problems.toHome)}</a>
      </p>
    </>
  );
}

const problem = (status: number, title: BilingualText, why: BilingualText, more?: ReactNode): Page =>
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

/** The form matches nothing here: it is of an older page, or of no page of this site. */
export const notTaken = (status: number): Page => problem(status, problems.notTaken, problems.notTakenWhy);
export const notPossible = (status: number): Page => problem(status, problems.notPossible, problems.notPossibleWhy);

export const tooLarge = (): Page => problem(413, problems.tooLarge, problems.tooLargeWhy);
export const busy = (typed: FormEntries): Page =>
  problem(429, problems.busy, problems.busyWhy, <SendAgain typed={typed} how={problems.keptHow} />);

/** The principal has revoked the mandate, or it ended: what was typed meanwhile stays. */
export const mandateOver = (principal: string | undefined, typed: FormEntries): Page =>
  problem(
    403,
    problems.mandateOver(principal && isolated(principal)),
    problems.mandateOverWhy,
    <>
      <SendAgain typed={typed} how={problems.keptMandate} />
      <AskAgain />
    </>,
  );

export const signedOut = (typed: FormEntries): Page =>
  problem(
    401,
    problems.signedOut,
    problems.signedOutWhy,
    <>
      <SignIn />
      <SendAgain typed={typed} how={problems.keptSignedOut} />
    </>,
  );
export const stepUp = (typed: FormEntries): Page =>
  problem(
    401,
    problems.stepUp,
    problems.stepUpWhy,
    <>
      <SignIn path={freshSignInPath('/me')} />
      <SendAgain typed={typed} how={problems.keptStepUp} />
    </>,
  );
export const unavailable = (typed: FormEntries): Page =>
  problem(
    503,
    problems.unavailable,
    problems.unavailableWhy,
    <>
      <SendAgain typed={typed} how={problems.keptHow} />
      <StillWorks />
    </>,
  );

/** Repeats a form that was not accepted, with one button. */
function SendAgain({ typed, how }: { typed: FormEntries; how: BilingualText }): ReactElement | null {
  const say = useSay();
  const { here } = useReader();
  if (typed.length === 0) return null;
  return (
    <form className="panel" method="post" action={here}>
      <p>{say(how)}</p>
      {typed.map(([name, value], place) => (
        <input key={place} type="hidden" name={name} value={value} />
      ))}
      <button className="button">{say(problems.sendAgain)}</button>
    </form>
  );
}

function AskAgain(): ReactElement {
  const say = useSay();
  return (
    <p>
      <a href="/me#mandates">{say(problems.toMandates)}</a>
    </p>
  );
}

function SignIn({ path }: { readonly path?: string }): ReactElement {
  const say = useSay();
  const { here } = useReader();
  return (
    <p>
      <a className="button" href={path ?? signInPath(here)}>
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
        <li>
          <Told text={problems.worksHotline} />
        </li>
      </ul>
    </>
  );
}
