import type { ReactElement } from 'react';
import type { Package } from '@lianban/rest-client';
import { useSay } from '../page/reader';
import { home } from '../i18n/home';

/** Cards of packages, each linked to its guide. */
export function PackageCards({ packages }: { readonly packages: readonly Package[] }): ReactElement {
  const say = useSay();
  return (
    <ul className="cards">
      {packages.map(({ code, name, description, steps }) => (
        <li key={code} className="card">
          <h3>
            <a href={`/things/${code}`}>{say(name)}</a>
          </h3>
          <p>{say(description)}</p>
          <p className="quiet">{say(home.services(steps.length))}</p>
        </li>
      ))}
    </ul>
  );
}
