import type { ReactElement } from 'react';
import { type BilingualText, useSay } from '../page/reader';

/** A link to another part of a paginated list; the positions of other lists on the page are kept. */
export function PartLink({ to, part, names, children }: Props): ReactElement {
  const say = useSay();
  const query = new URLSearchParams(Object.entries(names).filter(([, value]) => value !== '')).toString();
  return <a href={`${to}${query ? `?${query}` : ''}#${part}`}>{say(children)}</a>;
}

interface Props {
  readonly to: string;
  /** The id of the list. */
  readonly part: string;
  readonly names: Readonly<Record<string, string>>;
  readonly children: BilingualText;
}
