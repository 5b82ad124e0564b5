import type { ReactElement } from 'react';
import type { OpenSession } from '@lianban/rest-client';
import { type Page, page } from '../page/page';
import { useReader, useSay } from '../page/reader';
import { dayAndTime } from '../parts/format';
import { Tag } from '../parts/tag';
import { device, inRole, sessions as words } from '../i18n/sessions';

export const sessionsPage = (sessions: readonly OpenSession[]): Page =>
  page(words.title, <Sessions sessions={sessions} />);

function Sessions({ sessions }: { readonly sessions: readonly OpenSession[] }): ReactElement {
  const say = useSay();
  const others = sessions.filter(({ current }) => !current);
  return (
    <>
      <h1>{say(words.title)}</h1>
      <p>{say(words.lead)}</p>
      <ul className="rows">
        {sessions.map((session) => (
          <Row key={session.id} of={session} />
        ))}
      </ul>
      {others.length === 0 ? (
        <p className="quiet">{say(words.none)}</p>
      ) : (
        <form method="post" action="/me/sessions">
          <button className="button" name="end" value="others">
            {say(words.endOthers)}
          </button>
        </form>
      )}
    </>
  );
}

function Row({ of }: { readonly of: OpenSession }): ReactElement {
  const say = useSay();
  const { language } = useReader();
  const { id, current, role, browser, system, startedAt, seenAt } = of;
  const name = device(browser, system);
  const details = [
    inRole(role),
    words.begun(dayAndTime(startedAt, language)),
    words.seen(dayAndTime(seenAt, language)),
  ];
  return (
    <li>
      <strong>{say(name)}</strong> {current ? <Tag tone="good">{say(words.here)}</Tag> : null}
      <span className="quiet">{details.map(say).join(' · ')}</span>
      {current ? null : (
        <form method="post" action="/me/sessions">
          <button className="button secondary" name="end" value={id}>
            {say(words.end)}
            <span className="unseen">{say(name)}</span>
          </button>
        </form>
      )}
    </li>
  );
}
