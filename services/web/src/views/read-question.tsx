import type { ReactElement } from 'react';
import type { ReadList } from '@lianban/rest-client';
import { type BilingualText, useReader, useSay } from '../page/reader';
import { day } from '../parts/format';
import { listWords } from '../i18n/reads';

interface Props {
  readonly read: ReadList['reads'][number];
  /** Who looked. */
  readonly name: BilingualText;
}

/** Asks about one line, or shows what was asked and the answer. */
export function ReadQuestion({ read: { id, question }, name }: Props): ReactElement {
  const say = useSay();
  const { language } = useReader();
  if (question?.answer !== undefined)
    return (
      <p>
        <strong>{say(listWords.answered(day(question.answeredAt ?? question.askedAt, language)))}</strong>
        <bdi>{question.answer}</bdi>
      </p>
    );
  if (question) return <p>{say(listWords.asked(day(question.askedAt, language)))}</p>;
  return (
    <form method="post" action={`/me/reads/${encodeURIComponent(id)}/question`}>
      <button className="button secondary">
        {say(listWords.ask)}
        <span className="unseen">{say(name)}</span>
      </button>
    </form>
  );
}
