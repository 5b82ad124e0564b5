import type { ReactElement } from 'react';
import { type Package, needsConsent, sharesOf } from '@lianban/rest-client';
import { useSay } from '../page/reader';
import { useDepartmentName } from '../i18n/departments';
import { guide } from '../i18n/guide';

/** Which departments will ask for data of an applicant, before anybody signs in. */
export function GuideShares({ of }: { readonly of: Package }): ReactElement | null {
  const say = useSay();
  const departmentName = useDepartmentName();
  const shares = sharesOf(of);
  if (shares.length === 0) return null;
  return (
    <section aria-labelledby="shares">
      <h2 id="shares">{say(guide.shares)}</h2>
      <ul className="rows">
        {shares.map((share) => (
          <li key={share.id}>
            <strong>{say(guide.asks(share.department, departmentName(share.from)))}</strong>
            <span className="quiet">
              {say(share.what)} · {say(guide.usedFor(share.item))} ·{' '}
              {say(needsConsent(share) ? guide.withConsent : guide.byDuty)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
