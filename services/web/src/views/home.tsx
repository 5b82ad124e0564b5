import type { ReactElement } from 'react';
import type { Package } from '@lianban/rest-client';
import { areas } from '../catalogue/areas';
import { isSingle } from '../catalogue/single';
import { type Page, page } from '../page/page';
import { useReader, useSay } from '../page/reader';
import { PackageCards } from '../parts/package-cards';
import { Pictogram } from '../parts/pictogram';
import { SearchBox, suggestionsOf } from '../parts/search-box';
import { type Todo, TodoList, entriesOf } from '../parts/todo-list';
import { home } from '../i18n/home';
import { todo as words } from '../i18n/todo';

export const homePage = (packages: readonly Package[], todo: Todo): Page =>
  page(home.title, <Home packages={packages} todo={todo} />, { wide: true });

interface Props {
  readonly packages: readonly Package[];
  readonly todo: Todo;
}

function Home({ packages, todo }: Props): ReactElement {
  const say = useSay();
  const { signedIn } = useReader();
  return (
    <>
      <div className="hero">
        <div className="inner">
          <h1>{say(home.title)}</h1>
          <p className="lead">{say(home.lead)}</p>
          <SearchBox suggestions={suggestionsOf(packages)} />
        </div>
      </div>
      <div className="inner">
        {signedIn ? (
          <section className="panel todo-panel" aria-labelledby="todo">
            <h2 id="todo">{say(words.title)}</h2>
            <TodoList entries={entriesOf(todo, packages)} />
          </section>
        ) : null}
        <section aria-labelledby="by-package">
          <h2 id="by-package">{say(home.packages)}</h2>
          <PackageCards packages={packages.filter((each) => !isSingle(each))} />
        </section>
        <section aria-labelledby="by-area">
          <h2 id="by-area">{say(home.areas)}</h2>
          <ul className="areas">
            {areas.map(({ code, name, about }) => (
              <li key={code}>
                <a className="area" href={`/areas/${code}`}>
                  <span className="mark">
                    <Pictogram of={code} />
                  </span>
                  <span>
                    <span className="area-name">{say(name)}</span>
                    <span className="quiet">{say(about)}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
        <div className="two">
          <section className="panel" aria-labelledby="mine">
            <h2 id="mine">{say(home.mine)}</h2>
            <p>
              <a href="/applications">{say(home.follow)}</a>
            </p>
          </section>
          <ElderSwitch />
        </div>
      </div>
    </>
  );
}

function ElderSwitch(): ReactElement {
  const say = useSay();
  const { mode } = useReader();
  const elder = mode === 'elder';
  return (
    <section className="panel" aria-labelledby="elder">
      <h2 id="elder">{say(elder ? home.standardTitle : home.elderTitle)}</h2>
      <form method="post" action="/settings">
        <input type="hidden" name="return" value="/" />
        <button className="button secondary" name="mode" value={elder ? 'standard' : 'elder'}>
          {say(elder ? home.standardSwitch : home.elderSwitch)}
        </button>
      </form>
    </section>
  );
}
