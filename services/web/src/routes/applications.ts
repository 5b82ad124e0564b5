import type { Log } from '@lianban/telemetry';
import type { Message } from '@lianban/rest-client';
import { ownPapers } from '../api/own-papers';
import { ApiDown } from '../api/problem';
import type { RequestContext } from '../http/request-context';
import { applicationPage } from '../views/application';
import { applicationsPage } from '../views/applications';
import { applicationOf, numberIn, wantedBy } from './application-of';
import { draftsOf } from './drafts';
import { markMessagesRead } from './messages';
import { getMine } from './route';
import { writsOf } from './writs';

/** Lists submitted applications and drafts. */
export const applications = [
  ...getMine('/applications', async (context, { packages }) => {
    const { cursor } = context.query;
    const from = typeof cursor === 'string' && cursor ? { cursor } : {};
    const [found, drafts, all] = await Promise.all([
      context.calls.call('get', '/api/applications', { query: { limit: 20, ...from } }),
      draftsOf(context),
      packages.all(),
    ]);
    return applicationsPage({ ...found, drafts, packages: all });
  }),
  ...getMine('/applications/:number', async (context, { packages, log }) => {
    const [of, messages, told, all] = await Promise.all([
      applicationOf(context),
      messagesOf(context),
      writsOf(context),
      packages.all(),
    ]);
    const described = all.find(({ code }) => code === of.package);
    const [wanted, papers] = await Promise.all([
      wantedBy(context, of),
      ownPapers(context.calls),
      markRead(context, messages ?? [], log),
    ]);
    return applicationPage(of, described, messages, wanted, papers, told);
  }),
];

/** An application is shown without messages when they cannot be fetched. */
async function messagesOf(context: RequestContext): Promise<readonly Message[] | undefined> {
  try {
    return (await context.calls.call('get', '/api/applications/{number}/messages', { path: numberIn(context) }))
      .messages;
  } catch (error) {
    if (error instanceof ApiDown) return undefined;
    throw error;
  }
}

/** Marks the messages shown on this page as read. When that fails they stay unread. */
async function markRead(context: RequestContext, messages: readonly Message[], log: Log): Promise<void> {
  const of = { applicationNumber: numberIn(context).number };
  await markMessagesRead(context, { of, messages }).catch((error: unknown) =>
    log.warn({ err: error }, 'read mark not stored: messages stay unread'),
  );
}
