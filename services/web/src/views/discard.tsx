import type { ReactElement } from 'react';
import type { Package } from '@lianban/rest-client';
import { type Page, page } from '../page/page';
import { useBase, useSay } from '../page/reader';
import { Confirm } from '../parts/confirm';
import { apply } from '../i18n/apply';

/** Asks before a draft is deleted. */
export const discardPage = (of: Package): Page => page(apply.discardTitle, <Discard of={of} />);

function Discard({ of }: { readonly of: Package }): ReactElement {
  const say = useSay();
  const back = `${useBase()}/apply/${of.code}`;
  return (
    <Confirm
      title={apply.discardTitle}
      means={apply.discardMeans}
      about={say(of.name)}
      action={`${back}/discard`}
      send={apply.discard}
      back={back}
      keep={apply.discardNot}
    />
  );
}
