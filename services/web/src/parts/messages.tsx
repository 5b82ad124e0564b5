import type { ReactElement } from 'react';
import { Told } from './told';
import type { Application, Message } from '@lianban/rest-client';
import { useReader, useSay } from '../page/reader';
import { applications } from '../i18n/applications';
import { useDepartmentName } from '../i18n/departments';
import { dayAndTime } from './format';
import { Tag } from './tag';

interface Props {
  readonly of: Application;
  /** Undefined when they could not be fetched. */
  readonly messages: readonly Message[] | undefined;
}

/** Messages of officers, newest first; unread ones are marked. */
export function Messages({ of, messages }: Props): ReactElement | null {
  const say = useSay();
  const departmentName = useDepartmentName();
  const { language } = useReader();
  if (!messages) return <p className="quiet">{say(applications.messagesAway)}</p>;
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">{say(applications.messages)}</h2>
      <ul className="rows">
        {messages.toReversed().map(({ step, department, text, at, unread }) => (
          <li key={`${at} ${step} ${text}`}>
            <strong>{say(departmentName(department))}</strong> <time dateTime={at}>{dayAndTime(at, language)}</time>{' '}
            {unread ? <Tag tone="wait">{say(applications.unread)}</Tag> : null}{' '}
            <span className="quiet">{say(of.steps.find(({ id }) => id === step)?.name ?? { zh: '', en: '' })}</span>
            <p className="said" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ul>
      <p className="quiet">
        <Told text={applications.answerHow} />
      </p>
    </section>
  );
}
