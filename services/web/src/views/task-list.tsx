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

/** The tasks before an application can be submitted, and their progress. */
export const taskListPage = (of: Package, draft: Draft | undefined): Page =>
  page(of.name, <TaskList of={of} draft={draft} />);

const tones: Readonly<Record<TaskState, Tone>> = { done: 'good', open: 'info', optional: 'quiet' };

function TaskList({ of, draft }: { of: Package; draft: Draft | undefined }): ReactElement {
  const say = useSay();
  const { language } = useReader();
  const path = `${useBase()}/apply/${of.code}`;
  const { questions, materials, ready } = tasksOf(of, draft);
  const held = materials.filter((each) => each.held).length;
  return (
    <>
      <BackLink to={`/things/${of.code}`} />
      <h1>{say(of.name)}</h1>
      <p className="lead">{say(apply.lead)}</p>
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
        <form method="post" action={`${path}/discard`} className="after">
          <p className="quiet">{say(apply.kept(day(draft.keptUntil, language)))}</p>
          <button className="plain">{say(apply.discard)}</button>
        </form>
      ) : null}
    </>
  );
}
