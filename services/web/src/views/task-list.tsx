import type { ReactElement } from 'react';
import type { Draft, Package } from '@lianban/rest-client';
import { checkAnswersOf } from '../forms/shown-draft';
import { type TaskState, tasksOf } from '../forms/tasks';
import { type Page, page } from '../page/page';
import { useBase, useReader, useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { day } from '../parts/format';
import { Tag, type Tone } from '../parts/tag';
import { apply } from '../i18n/apply';

/**
 * The tasks before an application can be submitted, and their progress.
 * @param open the application of this package that is under way, if one is known
 */
export const taskListPage = (of: Package, draft: Draft | undefined, open: string | undefined): Page =>
  page(of.name, <TaskList of={of} draft={draft} open={open} />);

const tones: Readonly<Record<TaskState, Tone>> = { done: 'good', open: 'info', optional: 'quiet' };

interface Props {
  readonly of: Package;
  readonly draft: Draft | undefined;
  readonly open: string | undefined;
}

function TaskList({ of, draft, open }: Props): ReactElement {
  const say = useSay();
  const { language } = useReader();
  const base = useBase();
  const path = `${base}/apply/${of.code}`;
  const { questions, materials, ready } = tasksOf(of, draft);
  const held = materials.filter((each) => each.held).length;
  return (
    <>
      <BackLink to={`/things/${of.code}`} />
      <h1>{say(of.name)}</h1>
      <p className="lead">{say(apply.lead)}</p>
      {open ? (
        <p className="note">
          {say(apply.openAlready)} <a href={`${base}/applications/${open}`}>{say(apply.seeOpen)}</a>
        </p>
      ) : null}
      <h2>{say(apply.questions)}</h2>
      <ul className="tasks">
        {questions.map(({ field, state }) => (
          <li key={field.name}>
            <a href={`${path}/${field.name}`}>{say(field.label)}</a>
            <Tag tone={tones[state]}>{say(apply[state])}</Tag>
          </li>
        ))}
      </ul>
      {materials.length > 0 ? (
        <>
          <h2>{say(apply.materials)}</h2>
          <ul className="tasks">
            <li>
              <a href={`${path}/materials`}>{say(apply.materials)}</a>
              <Tag tone={held === materials.length ? 'good' : 'info'}>{`${held}/${materials.length}`}</Tag>
            </li>
          </ul>
        </>
      ) : null}
      <h2>{say(apply.check)}</h2>
      <ul className="tasks">
        <li>
          {ready ? (
            <a href={`${path}/${checkAnswersOf(of.code, draft)}`}>{say(apply.check)}</a>
          ) : (
            <span>{say(apply.check)}</span>
          )}
          <Tag tone={ready ? 'info' : 'quiet'}>{say(ready ? apply.open : apply.later)}</Tag>
        </li>
      </ul>
      {draft ? (
        <p className="after quiet">
          {say(apply.kept(day(draft.keptUntil, language)))} <a href={`${path}/discard`}>{say(apply.discard)}</a>
        </p>
      ) : null}
    </>
  );
}
