import type { ReactElement } from 'react';
import { type BilingualText, useSay } from '../page/reader';

/** A text that is either the site's, in both languages, or what somebody wrote, in their own: that stands apart from the page's direction. */
export function Said({ text }: { readonly text: BilingualText }): ReactElement {
  const say = useSay();
  return text.zh === text.en ? <bdi>{text.zh}</bdi> : <>{say(text)}</>;
}
