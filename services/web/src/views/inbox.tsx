import type { ReactElement } from 'react';
import type { Message, Notice, Package } from '@lianban/rest-client';
import { type Page, page } from '../page/page';
import { useReader, useSay } from '../page/reader';
import { date, dayAndTime } from '../parts/format';
import { PartLink } from '../parts/part-link';
import { Tag } from '../parts/tag';
import { useDepartmentName } from '../i18n/departments';
import { inbox as words } from '../i18n/inbox';
import { todo } from '../i18n/todo';

/** What an officer wrote, with the application it is about. */
export interface WrittenMessage extends Message {
  readonly applicationNumber: string;
  readonly package: string;
}

export interface Inbox {
  readonly notices: readonly Notice[];
  readonly messages: readonly WrittenMessage[];
  readonly nextCursor: string | undefined;
  readonly isFurther: boolean;
  readonly packages: readonly Package[];
}

export const inboxPage = (inbox: Inbox): Page => page(words.title, <InboxPage {...inbox} />);

/** One list of everything a person was told, the newest first: what happened, and what officers wrote. */
function InboxPage({ notices, messages, nextCursor, isFurther, packages }: Inbox): ReactElement {
  const say = useSay();
  const nameOf = (code: string) => packages.find((each) => each.code === code)?.name ?? todo.something;
  const entries = [
    ...notices.map((of) => ({ at: of.at, row: <Told key={of.id} of={of} name={nameOf(of.package)} /> })),
    ...messages.map((of) => ({
      at: of.at,
      row: <Written key={`${of.applicationNumber} ${of.at} ${of.step}`} of={of} name={nameOf(of.package)} />,
    })),
  ].toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <>
      <h1>{say(words.title)}</h1>
      <p className="quiet">{say(words.lead)}</p>
      {entries.length === 0 ? <p>{say(words.none)}</p> : <ul className="rows">{entries.map(({ row }) => row)}</ul>}
      <p>
        {nextCursor ? (
          <PartLink to="/inbox" part="content" names={{ cursor: nextCursor }}>
            {words.older}
          </PartLink>
        ) : null}
        {nextCursor && isFurther ? ' · ' : null}
        {isFurther ? <a href="/inbox">{say(words.latest)}</a> : null}
      </p>
      <p>
        <a href="/inbox/settings">{say(words.settings)}</a>
      </p>
    </>
  );
}

type Named = { readonly name: { readonly zh: string; readonly en: string } };

function Told({ of, name }: Named & { readonly of: Notice }): ReactElement {
  const say = useSay();
  const { language } = useReader();
  const departmentName = useDepartmentName();
  const base = of.principal === undefined ? '' : `/for/${of.principal}`;
  const alsoBy = of.sentBy === undefined ? undefined : words.alsoBy[of.sentBy];
  return (
    <li>
      <strong>{say(of.title)}</strong> <time dateTime={of.at}>{dayAndTime(of.at, language)}</time>{' '}
      {of.unread ? <Tag tone="wait">{say(words.new)}</Tag> : null}{' '}
      {of.department === undefined ? null : <span className="quiet">{say(departmentName(of.department))}</span>}
      <p>{say(of.body)}</p>
      {of.until === undefined ? null : <p className="quiet">{say(words.until(date(of.until, language)))}</p>}
      <p>
        <a href={`${base}/applications/${of.applicationNumber}`}>{say(words.open(name))}</a>{' '}
        {alsoBy ? <span className="quiet">{say(alsoBy)}</span> : null}
      </p>
    </li>
  );
}

function Written({ of, name }: Named & { readonly of: WrittenMessage }): ReactElement {
  const say = useSay();
  const { language } = useReader();
  const departmentName = useDepartmentName();
  return (
    <li>
      <strong>{say(words.written(departmentName(of.department)))}</strong>{' '}
      <time dateTime={of.at}>{dayAndTime(of.at, language)}</time>{' '}
      {of.unread ? <Tag tone="wait">{say(words.new)}</Tag> : null}
      <p className="said" dir="auto">
        {of.text}
      </p>
      <p>
        <a href={`/applications/${of.applicationNumber}#messages`}>{say(words.open(name))}</a>
      </p>
    </li>
  );
}
