import type { RequestContext, Site } from '../http/request-context';
import type { PageResult } from '../page/page';

export type PageHandler = (context: RequestContext, site: Site) => Promise<PageResult> | PageResult;

export interface PageRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly handler: PageHandler;
  /** A personal page: requires a sign-in. */
  readonly mine?: boolean;
}

export const get = (path: string, handler: PageHandler): PageRoute => ({ method: 'get', path, handler });
export const post = (path: string, handler: PageHandler): PageRoute => ({ method: 'post', path, handler });

/** A personal page twice: for oneself, and on behalf of a principal. */
const forEither = (route: PageRoute): readonly PageRoute[] => [
  { ...route, mine: true },
  { ...route, mine: true, path: `/for/:resident${route.path}` },
];

export const getMine = (path: string, handler: PageHandler): readonly PageRoute[] => forEither(get(path, handler));
export const postMine = (path: string, handler: PageHandler): readonly PageRoute[] => forEither(post(path, handler));
