import type { ReactElement } from 'react';
import type { Reads } from '../api/me';
import { useReader, useSay } from '../page/reader';
import { dayAndTime, list } from '../parts/format';
import { departmentName } from '../words/departments';
import { fieldName, me, purposeName } from '../words/me';

/** Who looked at what; looks that differ in their time alone are one line. */
export function ReadList({ reads }: { readonly reads: Reads['reads'] }): ReactElement {
  const say = useSay();
  const { language } = useReader();
  if (reads.length === 0) return <p>{say(me.noReads)}</p>;
  return (
    <ul className="rows">
      {reads.map(({ at, firstAt, count, reader, caseId, purpose, fields }) => {
        const number = caseId?.split('/')[0];
        return (
          <li key={`${at} ${reader} ${caseId ?? ''} ${purpose}`}>
            <strong>{say(departmentName(reader))}</strong> <time dateTime={at}>{dayAndTime(at, language)}</time>
            {count > 1 ? (
              <span className="quiet">
                {say(me.times(count, dayAndTime(at, language), dayAndTime(firstAt, language)))}
              </span>
            ) : null}
            <span className="quiet">
              {say(me.purpose(purposeName(purpose)))}
              {fields.length > 0 ? ` · ${say(me.fields(list(fields.map(fieldName))))}` : ''}
              {number ? (
                <>
                  {' · '}
                  <a href={`/applications/${number}`}>{say(me.forCase(number))}</a>
                </>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
