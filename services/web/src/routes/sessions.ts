import { ApiRefusal } from '../api/problem';
import { redirect } from '../page/page';
import { sessionsPage } from '../views/sessions';
import { get, post } from './route';

/** Where somebody is signed in, whichever their role: officers come here from the desk. */
export const sessions = [
  {
    ...get('/me/sessions', async ({ calls }) => sessionsPage((await calls.call('get', '/api/me/sessions')).sessions)),
    mine: true,
  },
  {
    ...post('/me/sessions', async ({ form, calls }) => {
      const { end } = form;
      if (end === 'others') await calls.call('post', '/api/me/sessions/end-others');
      else if (typeof end === 'string')
        await calls.call('post', '/api/me/sessions/{session}/end', { path: { session: end } }).catch(unlessEnded);
      return redirect('/me/sessions');
    }),
    mine: true,
  },
];

/** It ended by itself meanwhile. */
function unlessEnded(error: unknown): void {
  if (!(error instanceof ApiRefusal && error.status === 404)) throw error;
}
