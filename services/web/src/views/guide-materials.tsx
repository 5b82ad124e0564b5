import type { ReactElement } from 'react';
import type { Package } from '@lianban/rest-client';
import { materialsOf } from '../forms/tasks';
import { useSay } from '../page/reader';
import { gradeName, guide } from '../i18n/guide';

export function GuideMaterials({ of }: { readonly of: Package }): ReactElement {
  const say = useSay();
  const materials = materialsOf(of);
  return (
    <section aria-labelledby="materials">
      <h2 id="materials">{say(guide.materials)}</h2>
      {materials.length === 0 ? (
        <p>{say(guide.noMaterials)}</p>
      ) : (
        <ul className="rows">
          {materials.map(({ code, name, grade, item }) => (
            <li key={code}>
              <strong>{say(name)}</strong>
              <span className="quiet">
                {say(guide.usedFor(item))} · {say(gradeName(grade))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
