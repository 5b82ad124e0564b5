import type { Request, RequestHandler, Response } from 'express';
import { patternOf } from '../http/access-log';
import { actsByRoute, sessionActs } from './acts';
import type { SecurityLog } from './security-log';

interface Noted {
  readonly who?: string;
  readonly slug?: string;
  readonly person?: string;
}

const noted = new WeakMap<Response, Noted>();
const add = (res: Response, more: Noted): void => void noted.set(res, { ...noted.get(res), ...more });

/** Whoever sent the request, as in "officer:o-1", once that is known. */
export const noteCaller = (res: Response, { role, id }: { readonly role: string; readonly id: string }): void =>
  add(res, { who: `${role}:${id}` });
/** The word of the problem it was answered with. */
export const noteProblem = (res: Response, slug: string): void => add(res, { slug });
/** The resident whose data the answer holds, by id. */
export const notePerson = (res: Response, person: string): void => add(res, { person });

/** Pages ask whether somebody is signed in: that nobody is, is no refusal. */
const isAskingOnly = (what: string): boolean => what === 'GET /auth/session';

/** Tells the security log of every answer that belongs in it, after it was sent. */
export const watchSecurity =
  (security: Pick<SecurityLog, 'note'>): RequestHandler =>
  (req, res, next) => {
    res.once('close', () => {
      const what = `${req.method} ${patternOf(req)}`;
      const { who = '', slug = 'done', person = '' } = noted.get(res) ?? {};
      const isRefused = (res.statusCode === 401 || res.statusCode === 403) && !isAskingOnly(what);
      const kind = actsByRoute[what] ?? sessionActs[what] ?? (isRefused ? 'refusal' : undefined);
      if (kind === undefined && person === '') return;
      security.note({ kind, who, what, about: aboutOf(req), person, whence: req.ip ?? '', outcome: slug });
    });
    next();
  };

const aboutOf = ({ params }: Request): string =>
  [params['number'], params['step'], params['mandate'], params['session']]
    .filter((each) => typeof each === 'string')
    .join('/');
