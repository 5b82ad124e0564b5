import type { ReactElement } from 'react';
import type { Package, ReadList as Reads } from '@lianban/rest-client';
import { isolated } from '@lianban/rest-client';
import { type Page, page } from '../page/page';
import { useBase, useReader, useSay } from '../page/reader';
import { PartLink } from '../parts/part-link';
import { me } from '../i18n/me';
import { listWords } from '../i18n/reads';
import { ReadList } from './read-list';

interface Props {
  readonly reads: Reads;
  /** The list is shown from a later page on. */
  readonly isFurther: boolean;
  readonly packages: readonly Package[];
}

export const organisationReadsPage = (known: Props): Page =>
  page(listWords.ofOrganisation, <OrganisationReads {...known} />);

/** Who read of an organisation, for whoever acts for it: it has no page of its own. */
function OrganisationReads({ reads, isFurther, packages }: Props): ReactElement {
  const say = useSay();
  const { actingFor } = useReader();
  const to = `${useBase()}/reads`;
  return (
    <>
      <h1>{say(listWords.ofOrganisation)}</h1>
      <p>{say(listWords.ofOrganisationLead(isolated(actingFor?.name ?? '')))}</p>
      <section id="reads">
        <ReadList reads={reads.reads} packages={packages} residentId={undefined} />
      </section>
      <p>
        {reads.nextCursor ? (
          <PartLink to={to} part="reads" names={{ reads: reads.nextCursor }}>
            {me.older}
          </PartLink>
        ) : null}
        {reads.nextCursor && isFurther ? ' · ' : null}
        {isFurther ? (
          <PartLink to={to} part="reads" names={{}}>
            {me.latest}
          </PartLink>
        ) : null}
      </p>
    </>
  );
}
