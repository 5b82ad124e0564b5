import type { ReactElement } from 'react';
import type { Application, OwnWrits } from '@lianban/rest-client';
import { useDepartmentName } from '../i18n/departments';
import { writs as words } from '../i18n/writs';
import { useBase, useReader, useSay } from '../page/reader';
import { day } from './format';

interface Props {
  readonly of: Application;
  /** Undefined when they could not be fetched. */
  readonly told: OwnWrits | undefined;
}

/** The address of a file to print, in the reader's language and, for an agent, of whom it is. */
export const usePdf = (): ((path: string) => string) => {
  const { language, actingFor } = useReader();
  const whose = actingFor ? `&for=${encodeURIComponent(actingFor.residentId)}` : '';
  return (path) => `/api/applications/${path}?language=${language}${whose}`;
};

/** More than these are folded: the progress follows below. */
const shownAtOnce = 3;

/** What departments told in writing, newest first, and the receipt of the submission. */
export function WritsSection({ of, told }: Props): ReactElement {
  const say = useSay();
  const departmentName = useDepartmentName();
  const away = told?.steps.filter(({ writs }) => writs === undefined) ?? [];
  const all = (told?.steps ?? [])
    .flatMap(({ step, writs = [] }) => writs.map((writ) => ({ step, ...writ })))
    .toSorted((a, b) => (a.issuedAt < b.issuedAt ? 1 : -1));
  const older = all.slice(shownAtOnce);
  return (
    <section aria-labelledby="writs">
      <h2 id="writs">{say(words.title)}</h2>
      <p className="quiet">{say(all.length > 0 ? words.intro : words.none)}</p>
      <ul className="rows">
        {all.slice(0, shownAtOnce).map((writ) => (
          <Row key={writ.number} of={of} writ={writ} />
        ))}
        <Receipt of={of} />
      </ul>
      {older.length > 0 ? (
        <details>
          <summary>{say(words.older(older.length))}</summary>
          <ul className="rows">
            {older.map((writ) => (
              <Row key={writ.number} of={of} writ={writ} />
            ))}
          </ul>
        </details>
      ) : null}
      {away.map(({ step, department }) => (
        <p key={step} className="quiet">
          {say(words.away(departmentName(department)))}
        </p>
      ))}
    </section>
  );
}

type ToldWrit = { readonly step: string } & NonNullable<OwnWrits['steps'][number]['writs']>[number];

function Row({ of: { applicationNumber, steps }, writ }: Pick<Props, 'of'> & { writ: ToldWrit }): ReactElement {
  const say = useSay();
  const { language } = useReader();
  const { step, place, number, title, organ, issuedAt } = writ;
  const item = steps.find(({ id }) => id === step)?.name;
  return (
    <li>
      <strong>{say(title)}</strong>{' '}
      <span className="quiet">
        {say(organ)}
        {item ? ` · ${say(item)}` : ''}
      </span>
      <p className="quiet">
        {say(words.issued(day(issuedAt, language)))} · <span lang="zh-CN">{number}</span>
      </p>
      <ToRead
        page={`${applicationNumber}/writs/${step}/${place}`}
        file={`${applicationNumber}/writs/${step}/${place}/pdf`}
        name={say(title)}
        number={number}
      />
    </li>
  );
}

function Receipt({ of: { applicationNumber } }: Pick<Props, 'of'>): ReactElement {
  const say = useSay();
  return (
    <li>
      <strong>{say(words.receipt)}</strong>
      <ToRead
        page={`${applicationNumber}/receipt`}
        file={`${applicationNumber}/receipt.pdf`}
        name={say(words.receipt)}
      />
    </li>
  );
}

/** As a page to print, and as a file. */
function ToRead({
  page,
  file,
  name,
  number,
}: Readonly<Record<'page' | 'file' | 'name', string>> & { readonly number?: string }): ReactElement {
  const say = useSay();
  const base = useBase();
  const pdf = usePdf();
  return (
    <p>
      <a href={`${base}/applications/${page}`}>
        {say(words.read)}
        <span className="unseen">
          {name} {number ? <span lang="zh-CN">{number}</span> : null}
        </span>
      </a>{' '}
      <a href={pdf(file)}>
        {say(words.pdf)}
        <span className="unseen">
          {name} {number ? <span lang="zh-CN">{number}</span> : null}
        </span>
      </a>
    </p>
  );
}
