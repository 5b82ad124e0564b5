import type { ReactElement } from 'react';
import type { GivenConsent, Package } from '@lianban/rest-client';
import { type BilingualText, useReader, useSay } from '../page/reader';
import { day } from '../parts/format';
import { Tag } from '../parts/tag';
import { applications } from '../i18n/applications';
import { consents as words } from '../i18n/consents';
import { useDepartmentName } from '../i18n/departments';
import { me } from '../i18n/me';

const otherItem: BilingualText = { zh: '其他事项', en: 'another item' };

export const itemNamed = (code: string, packages: readonly Package[]): BilingualText =>
  packages.flatMap(({ steps }) => steps).find(({ item }) => item.code === code)?.item.name ?? otherItem;

interface Props {
  readonly consents: readonly GivenConsent[];
  readonly packages: readonly Package[];
}

/** The reader's consents, each with its application and a link to revoke it. */
export function ConsentList({ consents, packages }: Props): ReactElement {
  const say = useSay();
  const departmentName = useDepartmentName();
  return (
    <section aria-labelledby="consents">
      <h2 id="consents">{say(words.mine)}</h2>
      <p>{say(words.mineLead)}</p>
      {consents.length === 0 ? (
        <p className="quiet">{say(words.none)}</p>
      ) : (
        <ul className="rows">
          {consents.map((consent) => (
            <Row
              key={consent.id}
              of={consent}
              about={words.about(departmentName(consent.to), itemNamed(consent.purpose, packages))}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ of, about }: { of: GivenConsent; about: BilingualText }): ReactElement {
  const say = useSay();
  const { language } = useReader();
  const { id, applicationNumber: number, form, givenAt, revokedAt, agent, assistedBy } = of;
  const details = [
    words.given(day(givenAt, language)),
    ...(revokedAt ? [words.revoked(day(revokedAt, language))] : []),
    ...(form === 'on-paper' ? [words.onPaper] : []),
    ...(assistedBy ? [words.atCounter] : []),
    ...(agent ? [applications.byAgent] : []),
  ];
  return (
    <li>
      <strong>{say(about)}</strong>{' '}
      <Tag tone={revokedAt ? 'quiet' : 'good'}>{say(revokedAt ? words.over : words.inForce)}</Tag>
      <span className="quiet">
        {details.map(say).join(' · ')} · <a href={`/applications/${number}`}>{say(me.forCase(number))}</a>
      </span>
      {revokedAt ? null : (
        <p>
          <a className="button secondary" href={`/me/consents/${id}/revoke`}>
            {say(words.revoke)}
            <span className="unseen">{say(about)}</span>
          </a>
        </p>
      )}
    </li>
  );
}
