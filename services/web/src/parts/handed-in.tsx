import type { ReactElement } from 'react';
import type { Application, Package } from '@lianban/rest-client';
import type { OwnPaper } from '../api/own-papers';
import { shown } from '../forms/shown';
import { materialsOf } from '../forms/tasks';
import { useReader, useSay } from '../page/reader';
import { apply } from '../i18n/apply';
import { applications } from '../i18n/applications';
import { Summary } from './summary';

type HandedInPaper = NonNullable<Application['materials']>[number];

interface Props {
  readonly of: Application;
  readonly described: Package | undefined;
  /** Of the reader's own, which are shown by themselves. */
  readonly uploads: readonly OwnPaper[];
}

/** What whoever looks at the application handed in: their answers, and by name the papers that they cannot look at here. */
export function HandedIn({ of, described, uploads }: Props): ReactElement | null {
  const say = useSay();
  const { answers = {} } = of;
  const materials = (of.materials ?? []).filter(({ reference }) => !uploads.some((own) => own.reference === reference));
  const fields = (described?.form ?? []).filter(({ name }) => name in answers);
  if (fields.length === 0 && materials.length === 0)
    return of.endedAt === undefined ? null : <p className="quiet">{say(applications.notKept)}</p>;
  return (
    <section aria-labelledby="handed-in">
      <h2 id="handed-in">{say(applications.handedIn)}</h2>
      {fields.length > 0 ? (
        <>
          <h3>{say(applications.answers)}</h3>
          <Summary
            rows={fields.map((field) => ({ name: say(field.label), value: say(shown(field, answers[field.name])) }))}
          />
        </>
      ) : null}
      {materials.length > 0 ? (
        <>
          <h3>{say(applications.papers)}</h3>
          <ul className="rows">
            {materials.map((held) => (
              <Paper key={`${held.code} ${held.reference}`} held={held} described={described} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function Paper({ held, described }: { held: HandedInPaper; described: Package | undefined }): ReactElement {
  const say = useSay();
  const { actingFor } = useReader();
  const { code, grade, reference } = held;
  const known = described ? materialsOf(described).find((each) => each.code === code) : undefined;
  const name = say(known?.name ?? applications.otherPaper);
  // An agent may not open files of the principal.
  const isFile = !actingFor && /^FM[0-9a-f-]{36}$/.test(reference);
  return (
    <li>
      {name}{' '}
      <span className="quiet">
        {say(grade === 'D' ? apply.promised : apply.uploaded)}
        {isFile ? (
          <>
            {' · '}
            <a href={`/api/me/materials/${reference}`}>
              {say(applications.open)}
              <span className="unseen">{name}</span>
            </a>
          </>
        ) : null}
      </span>
    </li>
  );
}
