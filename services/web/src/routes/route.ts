import type { RequestContext, Site } from '../http/request-context';
import type { PageResult } from '../page/page';

export type PageHandler = (context: RequestContext, site: Site) => Promise<PageResult> | PageResult;

export interface PageRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly handler: PageHandler;
  /** It belongs to a person: the reader signs in first. */
  readonly mine?: boolean;
}

export const get = (path: string, handler: PageHandler): PageRoute => ({ method: 'get', path, handler });
export const post = (path: string, handler: PageHandler): PageRoute => ({ method: 'post', path, handler });

/** The same page twice: one's own, and that of whom one acts for. */
const forEither = (route: PageRoute): readonly PageRoute[] => [
  { ...route, mine: true },
  { ...route, mine: true, path: `/for/:resident${route.path}` },
];

export const getMine = (path: string, handler: PageHandler): readonly PageRoute[] => forEither(get(path, handler));
export const postMine = (path: string, handler: PageHandler): readonly PageRoute[] => forEither(post(path, handler));
