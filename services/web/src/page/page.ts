import type { ReactNode } from 'react';
import type { Text } from './reader';

/** One page, ready to be put into the site's frame. */
export interface Page {
  readonly kind: 'page';
  readonly title: Text;
  readonly body: ReactNode;
  readonly status?: number;
  /** A form came back with something to correct: the title says so first. */
  readonly wrong?: boolean;
  /** The whole width belongs to the page, which makes its own columns. */
  readonly wide?: boolean;
}

/** Somewhere else, with GET: what a form that was taken answers with. */
export interface Elsewhere {
  readonly kind: 'elsewhere';
  readonly path: string;
  readonly cookies?: readonly string[];
}

export type Answer = Page | Elsewhere;

export const page = (title: Text, body: ReactNode, more: Omit<Page, 'kind' | 'title' | 'body'> = {}): Page => ({
  kind: 'page',
  title,
  body,
  ...more,
});

export const elsewhere = (path: string, cookies: readonly string[] = []): Elsewhere => ({
  kind: 'elsewhere',
  path,
  cookies,
});
