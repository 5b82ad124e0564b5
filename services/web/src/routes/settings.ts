import { z } from 'zod';
import { preferenceCookie } from '../http/cookies';
import { localPath } from '../http/local-path';
import { redirect } from '../page/page';
import { languages, modes } from '../page/reader';
import { settingsPage } from '../views/settings';
import { get, post } from './route';

/** Unknown values change nothing. */
const choice = z.object({
  language: z.enum(languages).optional().catch(undefined),
  mode: z.enum(modes).optional().catch(undefined),
  return: z
    .unknown()
    .optional()
    .transform((path) => localPath(path, '/settings')),
});

export const settings = [
  get('/settings', ({ query }) => settingsPage(localPath(query.return, '/settings'))),
  post('/settings', ({ form }) => {
    const { language, mode, return: back } = choice.parse(form);
    return redirect(back, [
      ...(language ? [preferenceCookie('lang', language)] : []),
      ...(mode ? [preferenceCookie('mode', mode)] : []),
    ]);
  }),
];
