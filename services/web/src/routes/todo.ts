import { ApiRefusal } from '../api/problem';
import type { RequestContext } from '../http/request-context';
import type { Todo } from '../parts/todo-list';
import { draftsOf } from './drafts';

const none: Todo = { waiting: [], drafts: [], mandates: [], unread: [] };
/** Messages are looked up for so many applications under way: each is a question to all its departments. */
const lookedThrough = 5;

/** What waits for the reader. What cannot be fetched is left out: the pages themselves show it. */
export async function todoOf(context: RequestContext): Promise<Todo> {
  if (!context.reader.signedIn || isStaff(context)) return none;
  const { calls } = context;
  const [applications, drafts, mandates] = await Promise.all([
    orNothing(calls.call('get', '/api/applications', { query: { limit: 20 } }).then((found) => found.applications)),
    draftsOf(context),
    orNothing(calls.call('get', '/api/me/mandates', { query: { limit: 50 } }).then(({ given }) => given)),
  ]);
  const underWay = applications.filter(({ endedAt }) => endedAt === undefined).slice(0, lookedThrough);
  const unread = await Promise.all(
    underWay.map(async (of) => {
      const path = { number: of.applicationNumber };
      const messages = await orNothing(
        calls.call('get', '/api/applications/{number}/messages', { path }).then((found) => found.messages),
      );
      return { of, count: messages.filter((each) => each.unread).length };
    }),
  );
  return {
    waiting: applications.filter(({ status }) => status === 'waiting-for-you'),
    drafts,
    mandates: mandates.filter(({ status }) => status === 'asked'),
    unread: unread.filter(({ count }) => count > 0),
  };
}

const isStaff = ({ reader: { roles } }: RequestContext): boolean => roles.length > 0 && roles[0] !== 'resident';

const orNothing = <T>(asked: Promise<readonly T[]>): Promise<readonly T[]> =>
  asked.catch((error: unknown) => {
    if (error instanceof ApiRefusal && error.status === 401) throw error;
    return [];
  });
