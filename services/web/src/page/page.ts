import type { ReactNode } from 'react';
import type { BilingualText } from './reader';

/** A page without the site's frame. */
export interface Page {
  readonly kind: 'page';
  readonly title: BilingualText;
  readonly body: ReactNode;
  readonly status?: number;
  /** The form has errors: the title says so first. */
  readonly wrong?: boolean;
  /** The page uses the full width, with columns of its own. */
  readonly wide?: boolean;
}

/** A redirect with GET, after a form that was accepted. */
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

/** A page with a form: sent again with what was wrong in it, it says so. */
export const formPage = (title: BilingualText, body: ReactNode, problems: readonly unknown[]): Page =>
  page(title, body, problems.length > 0 ? { wrong: true, status: 422 } : { wrong: false, status: 200 });

export const redirect = (path: string, cookies: readonly string[] = []): Redirect => ({
  kind: 'redirect',
  path,
  cookies,
});
