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

/** What departments told in writing, newest first, and the receipt of the submission. */
export function WritsSection({ of: { applicationNumber, steps }, told }: Props): ReactElement {
  const say = useSay();
  const base = useBase();
  const pdf = usePdf();
  const departmentName = useDepartmentName();
  const { language } = useReader();
  const away = told?.steps.filter(({ writs }) => writs === undefined) ?? [];
  const all = (told?.steps ?? [])
    .flatMap(({ step, writs = [] }) => writs.map((writ) => ({ step, ...writ })))
    .toSorted((a, b) => (a.issuedAt < b.issuedAt ? 1 : -1));
  return (
    <section aria-labelledby="writs">
      <h2 id="writs">{say(words.title)}</h2>
      <p className="quiet">{say(all.length > 0 ? words.intro : words.none)}</p>
      <ul className="rows">
        {all.map(({ step, place, number, title, organ, issuedAt }) => (
          <li key={number}>
            <strong>{say(title)}</strong>{' '}
            <span className="quiet">
              {say(organ)} · {say(steps.find(({ id }) => id === step)?.name ?? { zh: '', en: '' })}
            </span>
            <p className="quiet">
              {say(words.issued(day(issuedAt, language)))} · {number}
            </p>
            <p>
              <a href={`${base}/applications/${applicationNumber}/writs/${step}/${place}`}>
                {say(words.read)}
                <span className="unseen">
                  {say(title)} {number}
                </span>
              </a>{' '}
              <a href={pdf(`${applicationNumber}/writs/${step}/${place}/pdf`)}>
                {say(words.pdf)}
                <span className="unseen">
                  {say(title)} {number}
                </span>
              </a>
            </p>
          </li>
        ))}
        <li>
          <strong>{say(words.receipt)}</strong>
          <p>
            <a href={`${base}/applications/${applicationNumber}/receipt`}>
              {say(words.read)}
              <span className="unseen">{say(words.receipt)}</span>
            </a>{' '}
            <a href={pdf(`${applicationNumber}/receipt.pdf`)}>
              {say(words.pdf)}
              <span className="unseen">{say(words.receipt)}</span>
            </a>
          </p>
        </li>
      </ul>
      {away.map(({ step, department }) => (
        <p key={step} className="quiet">
          {say(words.away(departmentName(department)))}
        </p>
      ))}
    </section>
  );
}
