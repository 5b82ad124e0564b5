import type { ReactElement } from 'react';
import { type BilingualText, useSay } from '../page/reader';
import { BackLink } from './back-link';

interface Props {
  readonly title: BilingualText;
  readonly means: BilingualText;
  /** What it is about: a name, a matter. */
  readonly about: string;
  /** Where the form is sent, with this act. */
  readonly action: string;
  readonly act?: string;
  readonly send: BilingualText;
  readonly back: string;
  readonly keep: BilingualText;
}

/** One more question before something that cannot be taken back. */
export function Confirm({ title, means, about, action, act, send, back, keep }: Props): ReactElement {
  const say = useSay();
  return (
    <>
      <BackLink to={back} />
      <h1>{say(title)}</h1>
      <p className="lead">
        <bdi>{about}</bdi>
      </p>
      <p>{say(means)}</p>
      <form method="post" action={action}>
        <div className="actions">
          <button className="button danger" name={act ? 'act' : undefined} value={act}>
            {say(send)}
          </button>
          <a href={back}>{say(keep)}</a>
        </div>
      </form>
    </>
  );
}
