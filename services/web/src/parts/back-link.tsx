import type { ReactElement } from 'react';
import { useSay } from '../page/reader';
import { site } from '../i18n/site';

export function BackLink({ to }: { readonly to: string }): ReactElement {
  const say = useSay();
  return (
    <a className="back" href={to}>
      {say(site.back)}
    </a>
  );
}
