import type { RequestContext } from '../http/request-context';
import type { Todo } from '../parts/todo-list';
import { draftsOf } from './drafts';
import { messagesUnderWay, orNothing } from './messages';

const none: Todo = { waiting: [], drafts: [], mandates: [], unread: [], unreadNotices: 0, offers: [] };

/** What waits for the reader. What cannot be fetched is left out: the pages themselves show it. */
export async function todoOf(context: RequestContext): Promise<Todo> {
  if (!context.reader.signedIn || isStaff(context)) return none;
  const { calls } = context;
  const [applications, drafts, mandates, offers] = await Promise.all([
    orNothing(calls.call('get', '/api/applications', { query: { limit: 20 } }).then((found) => found.applications)),
    draftsOf(context),
    orNothing(calls.call('get', '/api/me/mandates', { query: { limit: 50 } }).then(({ given }) => given)),
    orNothing(calls.call('get', '/api/me/offers').then((found) => found.offers)),
  ]);
  const [written, unreadNotices] = await Promise.all([messagesUnderWay(context, applications), noticesUnread(context)]);
  const unread = written.map(({ of, messages }) => ({ of, count: messages.filter((each) => each.unread).length }));
  return {
    waiting: applications.filter(({ status }) => status === 'waiting-for-you'),
    drafts,
    mandates: mandates.filter(({ status }) => status === 'asked'),
    unread: unread.filter(({ count }) => count > 0),
    unreadNotices,
    offers,
  };
}

const isStaff = ({ reader: { roles } }: RequestContext): boolean => roles.length > 0 && roles[0] !== 'resident';

/** None where nobody answers: the inbox says so itself. */
async function noticesUnread({ calls }: RequestContext): Promise<number> {
  const [count = 0] = await orNothing(calls.call('get', '/api/me/notices/unread').then(({ unread }) => [unread]));
  return count;
}
