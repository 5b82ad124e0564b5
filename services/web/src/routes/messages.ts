import type { ApplicationSummary, Message } from '@lianban/rest-client';
import { ApiRefusal } from '../api/problem';
import type { RequestContext } from '../http/request-context';

/** Messages are looked up for so many applications under way: each is a question to all its departments. */
const lookedThrough = 5;

export interface MessagesOf {
  readonly of: ApplicationSummary;
  readonly messages: readonly Message[];
}

/** What officers wrote about the latest applications under way. What cannot be fetched is left out: their pages show it. */
export function messagesUnderWay(
  { calls }: Pick<RequestContext, 'calls'>,
  applications: readonly ApplicationSummary[],
): Promise<readonly MessagesOf[]> {
  const underWay = applications.filter(({ endedAt }) => endedAt === undefined).slice(0, lookedThrough);
  return Promise.all(
    underWay.map(async (of) => {
      const path = { number: of.applicationNumber };
      const asked = calls.call('get', '/api/applications/{number}/messages', { path });
      return { of, messages: await orNothing(asked.then(({ messages }) => messages)) };
    }),
  );
}

export const orNothing = <T>(asked: Promise<readonly T[]>): Promise<readonly T[]> =>
  asked.catch((error: unknown) => {
    if (error instanceof ApiRefusal && error.status === 401) throw error;
    return [];
  });

/** Marks messages as read. When that fails they stay unread. */
export async function markMessagesRead(
  { calls }: Pick<RequestContext, 'calls'>,
  {
    of,
    messages,
  }: { readonly of: Pick<ApplicationSummary, 'applicationNumber'>; readonly messages: readonly Message[] },
): Promise<void> {
  if (!messages.some(({ unread }) => unread)) return;
  const until = messages.map(({ at }) => at).reduce((newest, at) => (at > newest ? at : newest));
  const path = { number: of.applicationNumber };
  await calls.call('post', '/api/applications/{number}/messages/read', { path, body: { until } });
}
