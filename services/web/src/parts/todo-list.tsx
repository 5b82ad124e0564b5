import type { ReactElement } from 'react';
import type { ApplicationSummary, Draft, Mandate, Offer, Package } from '@lianban/rest-client';
import { type BilingualText, useSay } from '../page/reader';
import { inbox } from '../i18n/inbox';
import { todo as words } from '../i18n/todo';

/** What waits for the reader, each with the page where it is done. */
export interface Todo {
  readonly waiting: readonly ApplicationSummary[];
  readonly drafts: readonly Draft[];
  /** Mandates somebody asked of the reader. */
  readonly mandates: readonly Mandate[];
  /** Applications with messages the reader has not seen. */
  readonly unread: readonly { readonly of: ApplicationSummary; readonly count: number }[];
  /** Notices in the inbox that the reader has not seen. */
  readonly unreadNotices: number;
  /** What the reader may have and did not apply for. */
  readonly offers: readonly Offer[];
}

interface Entry {
  readonly path: string;
  readonly text: BilingualText;
  /** Counted in the menu; a draft and an offer wait for nobody. */
  readonly isUrgent: boolean;
}

export function entriesOf(
  { waiting, drafts, mandates, unread, unreadNotices, offers }: Todo,
  packages: readonly Package[],
): readonly Entry[] {
  const nameOf = (code: string) => packages.find((each) => each.code === code)?.name ?? words.something;
  return [
    ...(unreadNotices > 0 ? [{ path: '/inbox', text: inbox.unread(unreadNotices), isUrgent: true }] : []),
    ...waiting.flatMap(waitsIn),
    ...unread.map(({ of: { applicationNumber, name }, count }) => ({
      path: `/applications/${applicationNumber}#messages`,
      text: words.unread(name, count),
      isUrgent: true,
    })),
    ...mandates.map(({ agent }) => ({
      path: '/me#mandates',
      text: words.mandate(agent.name ?? ''),
      isUrgent: true,
    })),
    ...drafts.map((draft) => ({
      path: `/apply/${draft.package}`,
      text: words.draft(nameOf(draft.package)),
      isUrgent: false,
    })),
    ...offers.map((offer) => ({
      path: '/offers',
      text: words.offer(nameOf(offer.package)),
      isUrgent: false,
    })),
  ];
}

/** What an application waits for: a fee is paid on a page of its own, and everything else begins at the application. */
function waitsIn({ applicationNumber, name, steps }: ApplicationSummary): readonly Entry[] {
  const fees = steps.filter(({ status }) => status === 'payable');
  const application = { path: `/applications/${applicationNumber}`, isUrgent: true };
  return [
    ...fees.map(({ id }) => ({
      path: `/charges/${applicationNumber}/${id}`,
      text: words.fee(name),
      isUrgent: true,
    })),
    ...(steps.some(({ status }) => status === 'supplement') ? [{ ...application, text: words.supplement(name) }] : []),
    ...(steps.some(({ status }) => status === 'offered') ? [{ ...application, text: words.appointment(name) }] : []),
  ];
}

export function TodoList({ entries }: { readonly entries: readonly Entry[] }): ReactElement {
  const say = useSay();
  if (entries.length === 0) return <p className="quiet">{say(words.nothing)}</p>;
  return (
    <ul className="todo">
      {entries.map(({ path, text }) => (
        <li key={`${path} ${text.en}`}>
          <a href={path}>{say(text)}</a>
        </li>
      ))}
    </ul>
  );
}
