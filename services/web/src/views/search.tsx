import type { ReactElement } from 'react';
import { Told } from '../parts/told';
import type { Package } from '@lianban/rest-client';
import type { SearchEntry } from '../catalogue/entry';
import { type Page, page } from '../page/page';
import { useSay } from '../page/reader';
import { PackageCards } from '../parts/package-cards';
import { SearchBox, suggestionsOf } from '../parts/search-box';
import { home, search } from '../i18n/home';

/** Search results; without a hit, all packages. */
export const searchPage = (query: string, found: readonly SearchEntry[], packages: readonly Package[]): Page =>
  page(query ? search.title(query) : search.emptyTitle, <Results query={query} found={found} packages={packages} />);

interface Props {
  readonly query: string;
  readonly found: readonly SearchEntry[];
  readonly packages: readonly Package[];
}

function Results({ query, found, packages }: Props): ReactElement {
  const say = useSay();
  return (
    <>
      <h1>{say(query ? search.title(query) : search.emptyTitle)}</h1>
      <SearchBox query={query} suggestions={suggestionsOf(packages)} />
      {query ? <p role="status">{say(found.length > 0 ? search.found(found.length) : search.none)}</p> : null}
      {found.length > 0 ? (
        <ol className="results">
          {found.map(({ path, name, about, within }) => (
            <li key={path}>
              <a href={path}>{say(name)}</a>
              <p className="quiet">{say(within ? search.partOf(within) : about)}</p>
            </li>
          ))}
        </ol>
      ) : (
        <>
          {query ? (
            <p>
              <Told text={search.noneHelp} />
            </p>
          ) : null}
          <h2>{say(home.packages)}</h2>
          <PackageCards packages={packages} />
        </>
      )}
    </>
  );
}
