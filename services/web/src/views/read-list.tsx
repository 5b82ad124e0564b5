import { Fragment, type ReactElement } from 'react';
import type { Package, ReadList } from '@lianban/rest-client';
import { useBase, useReader, useSay } from '../page/reader';
import { dayAndTime, list } from '../parts/format';
import { useDepartmentName } from '../i18n/departments';
import { me } from '../i18n/me';
import { applicationIn, bases, fieldName, listWords, purposeName, readerName } from '../i18n/reads';
import { ReadQuestion } from './read-question';
import { Told } from '../parts/told';

type Read = ReadList['reads'][number];

interface ReadListProps {
  readonly reads: ReadList['reads'];
  readonly packages: readonly Package[];
  readonly residentId: string | undefined;
}

/** The book of reads; reads that differ only in time are one line. */
export function ReadList({ reads, packages, residentId }: ReadListProps): ReactElement {
  const say = useSay();
  const departmentName = useDepartmentName();
  const { language, actingFor } = useReader();
  if (reads.length === 0) return <p>{say(me.noReads)}</p>;
  return (
    <ul className="rows">
      {reads.map((read) => {
        const { id, at, firstAt, count, reader } = read;
        const name = readerName(read, residentId, departmentName);
        return (
          <li key={`${id} ${at} ${reader}`}>
            <strong>{say(name)}</strong> <time dateTime={at}>{dayAndTime(at, language)}</time>
            {count > 1 ? (
              <span className="quiet">
                {say(me.times(count, dayAndTime(at, language), dayAndTime(firstAt, language)))}
              </span>
            ) : null}
            <Why read={read} packages={packages} />
            {/* A gateway of the former release gives lines no id; and one asks about looks at oneself. */}
            {reader.startsWith('resident:') || !id || actingFor ? null : <ReadQuestion read={read} name={name} />}
          </li>
        );
      })}
    </ul>
  );
}

/** What for, by what right, what was seen, and in which application. */
function Why({ read, packages }: { readonly read: Read; readonly packages: readonly Package[] }): ReactElement {
  const say = useSay();
  const base = useBase();
  const { caseId, purpose, fields, basis, ofHousehold } = read;
  const number = applicationIn(caseId);
  const parts = [
    me.purpose(purposeName(purpose, packages)),
    ...(basis ? [listWords.basis(bases[basis])] : []),
    ...(fields.length > 0 ? [me.fields(list(fields.map(fieldName)))] : []),
    ...(ofHousehold ? [listWords.ofHousehold] : []),
  ];
  return (
    <span className="quiet">
      {parts.map((part, place) => (
        <Fragment key={place}>
          {place > 0 ? ' · ' : ''}
          <Told text={part} />
        </Fragment>
      ))}
      {number ? (
        <>
          {' · '}
          {/* The application of somebody else of the household cannot be opened. */}
          {ofHousehold ? (
            say(me.forCase(number))
          ) : (
            <a href={`${base}/applications/${number}`}>{say(me.forCase(number))}</a>
          )}
        </>
      ) : null}
    </span>
  );
}
