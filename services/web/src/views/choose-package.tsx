import type { ReactElement } from 'react';
import type { Package } from '@lianban/rest-client';
import { type Page, page } from '../page/page';
import { useBase, useSay } from '../page/reader';
import { home } from '../i18n/home';

/** Chooses a package to apply for, for oneself or a principal. */
export const choosePackagePage = (packages: readonly Package[]): Page =>
  page(home.packages, <Choose packages={packages} />);

function Choose({ packages }: { packages: readonly Package[] }): ReactElement {
  const say = useSay();
  const base = useBase();
  return (
    <>
      <h1>{say(home.packages)}</h1>
      <ul className="cards one">
        {packages.map(({ code, name, description }) => (
          <li key={code} className="card">
            <h2>
              <a href={`${base}/apply/${code}`}>{say(name)}</a>
            </h2>
            <p>{say(description)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
