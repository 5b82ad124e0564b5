import type { ReactElement } from 'react';
import type { BilingualText } from '../page/reader';
import { Told } from './told';

/** A text that is either the site's, in both languages, or what somebody wrote, in their own: that stands apart from the page's direction. */
export function Said({ text }: { readonly text: BilingualText }): ReactElement {
  return text.zh === text.en ? <bdi>{text.zh}</bdi> : <Told text={text} />;
}
