import type { ReactElement } from 'react';

export type Tone = 'good' | 'wait' | 'wrong' | 'info' | 'quiet';

/** A status as text; the colour only repeats it. */
export const Tag = ({ tone, children }: { readonly tone: Tone; readonly children: string }): ReactElement => (
  <span className={`tag tag-${tone}`}>{children}</span>
);
