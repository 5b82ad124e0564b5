import type { ReactElement } from 'react';
import type { Package } from '@lianban/rest-client';
import { type Page, page } from '../page/page';
import { useSay } from '../page/reader';
import { type Todo, TodoList, entriesOf } from '../parts/todo-list';
import { todo as words } from '../i18n/todo';

/** Everything that waits for the reader. The script counts it for the menu of every page. */
export const todoPage = (todo: Todo, packages: readonly Package[]): Page =>
  page(words.title, <TodoPage todo={todo} packages={packages} />);

function TodoPage({ todo, packages }: { readonly todo: Todo; readonly packages: readonly Package[] }): ReactElement {
  const say = useSay();
  const entries = entriesOf(todo, packages);
  const urgent = entries.filter(({ isUrgent }) => isUrgent).length;
  return (
    <>
      <h1>{say(words.title)}</h1>
      <div data-todo={urgent} data-todo-name={say(words.count(urgent))}>
        <TodoList entries={entries} />
      </div>
    </>
  );
}
