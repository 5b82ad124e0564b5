import type { ReactElement } from 'react';
import type { Package } from '@lianban/rest-client';
import { useSay } from '../page/reader';
import { home } from '../i18n/home';
import { Pictogram } from './pictogram';

/** Cards of packages, each linked to its guide, with the pictogram of the area of its first item. */
export function PackageCards({ packages }: { readonly packages: readonly Package[] }): ReactElement {
  const say = useSay();
  return (
    <ul className="cards">
      {packages.map(({ code, name, description, steps }) => (
        <li key={code} className="card pictured">
          <Pictogram of={steps[0]?.item.area ?? ''} />
          <div>
            <h3>
              <a href={`/things/${code}`}>{say(name)}</a>
            </h3>
            <p>{say(description)}</p>
            {steps.length > 1 ? <p className="quiet">{say(home.services(steps.length))}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
