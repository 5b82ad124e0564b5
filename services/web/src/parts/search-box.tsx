import type { ReactElement } from 'react';
import { useSay } from '../page/reader';
import { search } from '../i18n/home';

export function SearchBox({ query = '' }: { readonly query?: string }): ReactElement {
  const say = useSay();
  return (
    <form className="search" role="search" action="/search" method="get">
      <label htmlFor="q">{say(search.label)}</label>
      <div className="search-row">
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={query}
          maxLength={100}
          autoComplete="off"
          aria-describedby="q-hint"
        />
        <button className="button">{say(search.button)}</button>
      </div>
      <p id="q-hint" className="hint">
        {say(search.hint)}
      </p>
    </form>
  );
}
