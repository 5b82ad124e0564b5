import type { RequestContext, Site } from '../http/request-context';
import type { Answer } from '../page/page';

export type Handler = (context: RequestContext, site: Site) => Promise<Answer> | Answer;

export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly handler: Handler;
  /** It belongs to a person: the reader signs in first. */
  readonly mine?: boolean;
}

export const get = (path: string, handler: Handler): Route => ({ method: 'get', path, handler });
export const post = (path: string, handler: Handler): Route => ({ method: 'post', path, handler });

/** The same page twice: one's own, and that of whom one acts for. */
const forEither = (route: Route): readonly Route[] => [
  { ...route, mine: true },
  { ...route, mine: true, path: `/for/:resident${route.path}` },
];

export const getMine = (path: string, handler: Handler): readonly Route[] => forEither(get(path, handler));
export const postMine = (path: string, handler: Handler): readonly Route[] => forEither(post(path, handler));
