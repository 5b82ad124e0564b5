import type { ReactNode } from 'react';
import type { BilingualText } from './reader';

/** One page, ready to be put into the site's frame. */
export interface Page {
  readonly kind: 'page';
  readonly title: BilingualText;
  readonly body: ReactNode;
  readonly status?: number;
  /** A form came back with something to correct: the title says so first. */
  readonly wrong?: boolean;
  /** The whole width belongs to the page, which makes its own columns. */
  readonly wide?: boolean;
}

/** Somewhere else, with GET: what a form that was taken answers with. */
export interface Redirect {
  readonly kind: 'redirect';
  readonly path: string;
  readonly cookies?: readonly string[];
}

export type PageResult = Page | Redirect;

export const page = (
  title: BilingualText,
  body: ReactNode,
  more: Omit<Page, 'kind' | 'title' | 'body'> = {},
): Page => ({
  kind: 'page',
  title,
  body,
  ...more,
});

export const redirect = (path: string, cookies: readonly string[] = []): Redirect => ({
  kind: 'redirect',
  path,
  cookies,
});
