import type { ReactElement } from 'react';
import type { Package } from '@lianban/rest-client';
import { type BilingualText, useSay } from '../page/reader';
import { search } from '../i18n/home';

/** What can be done here: packages and their items, each once. */
export const suggestionsOf = (packages: readonly Package[]): readonly BilingualText[] => {
  const names = packages.flatMap(({ name, steps }) => [name, ...steps.map(({ item }) => item.name)]);
  return [...new Map(names.map((name) => [name.zh, name])).values()];
};

interface Props {
  readonly query?: string;
  /** Offered by the browser while somebody types, also without scripts. */
  readonly suggestions?: readonly BilingualText[];
}

export function SearchBox({ query = '', suggestions = [] }: Props): ReactElement {
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
          list={suggestions.length > 0 ? 'suggestions' : undefined}
        />
        {suggestions.length > 0 ? (
          <datalist id="suggestions">
            {suggestions.map((each) => (
              <option key={each.zh} value={say(each)} />
            ))}
          </datalist>
        ) : null}
        <button className="button">{say(search.button)}</button>
      </div>
      <p id="q-hint" className="hint">
        {say(search.hint)}
      </p>
    </form>
  );
}
