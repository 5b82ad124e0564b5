import type { ReactElement } from 'react';
import type { Mandate, Package } from '@lianban/rest-client';
import { type Page, page } from '../page/page';
import { type BilingualText, useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { ErrorSummary } from '../parts/error-summary';
import { Radio, RadioGroup } from '../parts/radios';
import { apply } from '../i18n/apply';

type Principal = Mandate['principal'];

/** The first question, before the form: for oneself, or for somebody who has given a mandate. */
export const forWhomPage = (of: Package, people: readonly Principal[], problem?: BilingualText): Page =>
  page(apply.forWhom, <ForWhom of={of} people={people} problem={problem} />, {
    wrong: problem !== undefined,
    status: problem ? 422 : 200,
  });

interface Props {
  readonly of: Package;
  readonly people: readonly Principal[];
  readonly problem: BilingualText | undefined;
}

function ForWhom({ of, people, problem }: Props): ReactElement {
  const say = useSay();
  return (
    <>
      <BackLink to={`/things/${of.code}`} />
      <ErrorSummary problems={problem ? [{ field: 'whom', text: problem }] : []} />
      <p className="quiet">{say(of.name)}</p>
      <form method="post" action={`/apply/${of.code}/for`} noValidate>
        <RadioGroup
          id="whom"
          legend={say(apply.forWhom)}
          hint={say(of.whoCanApply)}
          error={problem && say(problem)}
          heading
        >
          <Radio id="whom" name="whom" value="self" checked={false}>
            {say(apply.forSelf)}
          </Radio>
          {people.map(({ residentId, name, isOrganisation }) => (
            <Radio
              key={residentId}
              name="whom"
              value={residentId}
              checked={false}
              hint={say(isOrganisation ? apply.forOrganisationHint : apply.forOtherHint)}
            >
              <bdi>{name ?? residentId}</bdi>
            </Radio>
          ))}
          <Radio name="whom" value="new" checked={false} hint={say(apply.forNewHint)}>
            {say(people.length > 0 ? apply.forAnother : apply.forParent)}
          </Radio>
        </RadioGroup>
        <button className="button">{say(apply.goOn)}</button>
      </form>
    </>
  );
}
