import type { ReactElement } from 'react';
import type { Package, ReadList } from '@lianban/rest-client';
import { useReader, useSay } from '../page/reader';
import { dayAndTime, list } from '../parts/format';
import { useDepartmentName } from '../i18n/departments';
import { me } from '../i18n/me';
import { applicationIn, fieldName, purposeName, readerName } from '../i18n/reads';

interface ReadListProps {
  readonly reads: ReadList['reads'];
  readonly packages: readonly Package[];
  readonly residentId: string | undefined;
}

/** The book of reads; reads that differ only in time are one line. */
export function ReadList({ reads, packages, residentId }: ReadListProps): ReactElement {
  const say = useSay();
  const departmentName = useDepartmentName();
  const { language } = useReader();
  if (reads.length === 0) return <p>{say(me.noReads)}</p>;
  return (
    <ul className="rows">
      {reads.map((read) => {
        const { at, firstAt, count, reader, caseId, purpose, fields } = read;
        const number = applicationIn(caseId);
        return (
          <li key={`${at} ${reader} ${caseId ?? ''} ${purpose}`}>
            <strong>{say(readerName(read, residentId, departmentName))}</strong>{' '}
            <time dateTime={at}>{dayAndTime(at, language)}</time>
            {count > 1 ? (
              <span className="quiet">
                {say(me.times(count, dayAndTime(at, language), dayAndTime(firstAt, language)))}
              </span>
            ) : null}
            <span className="quiet">
              {say(me.purpose(purposeName(purpose, packages)))}
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
