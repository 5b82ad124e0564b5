import type { ReactElement } from 'react';
import type { Package } from '@lianban/rest-client';
import { type Page, page } from '../page/page';
import { type BilingualText, useBase, useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { Told } from '../parts/told';
import { Summary } from '../parts/summary';
import { apply } from '../i18n/apply';
import { guide } from '../i18n/guide';

/** Said before the form, so that nobody fills it in for nothing. */
export const notEligiblePage = (of: Package, why: BilingualText): Page =>
  page(apply.notEligible, <NotEligible of={of} why={why} />);

function NotEligible({ of, why }: { readonly of: Package; readonly why: BilingualText }): ReactElement {
  const say = useSay();
  const isSelf = useBase() === '';
  return (
    <>
      <BackLink to={`/things/${of.code}`} />
      <h1>{say(apply.notEligible)}</h1>
      <p className="lead">{say(of.name)}</p>
      <p>
        <Told text={why} />
      </p>
      <Summary
        rows={[
          { name: say(guide.who), value: say(of.whoCanApply) },
          ...(of.age ? [{ name: say(guide.basis), value: say(of.age.law) }] : []),
        ]}
      />
      <div className="actions">
        {isSelf ? (
          <a className="button" href={`/apply/${of.code}`}>
            {say(apply.forSomebodyElse)}
          </a>
        ) : null}
        <a href="/">{say(apply.otherThings)}</a>
      </div>
    </>
  );
}
