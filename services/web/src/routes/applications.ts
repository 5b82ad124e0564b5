import type { Log } from '@lianban/telemetry';
import type { Message } from '@lianban/rest-client';
import { ApiDown, ApiRefusal } from '../api/problem';
import type { Ask } from '../http/ask';
import { applicationPage } from '../views/application';
import { applicationsPage } from '../views/applications';
import { applicationOf, numberIn, wantedBy } from './application-of';
import { getMine } from './route';

/** Applications handed in, and drafts not finished. */
export const applications = [
  ...getMine('/applications', async (ask, { packages }) => {
    const { cursor } = ask.query;
    const from = typeof cursor === 'string' && cursor ? { cursor } : {};
    const [found, drafts, all] = await Promise.all([
      ask.calls.call('get', '/api/applications', { query: { limit: 20, ...from } }),
      draftsOf(ask),
      packages.all(),
    ]);
    return applicationsPage({ ...found, drafts, packages: all });
  }),
  ...getMine('/applications/:number', async (ask, { packages, log }) => {
    const [of, messages, all] = await Promise.all([applicationOf(ask), messagesOf(ask), packages.all()]);
    const described = all.find(({ code }) => code === of.package);
    const [wanted] = await Promise.all([wantedBy(ask, of), markRead(ask, messages ?? [], log)]);
    return applicationPage(of, described, messages, wanted);
  }),
];

/** An application is shown also when its departments' messages cannot be. */
async function messagesOf(ask: Ask): Promise<readonly Message[] | undefined> {
  try {
    return (await ask.calls.call('get', '/api/applications/{number}/messages', { path: numberIn(ask) })).messages;
  } catch (error) {
    if (error instanceof ApiDown) return undefined;
    throw error;
  }
}

/** With this page they have been shown. While that cannot be written down they are new once more. */
async function markRead(ask: Ask, messages: readonly Message[], log: Log): Promise<void> {
  if (!messages.some(({ unread }) => unread)) return;
  const until = messages.map(({ at }) => at).reduce((newest, at) => (at > newest ? at : newest));
  await ask.calls
    .call('post', '/api/applications/{number}/messages/read', { path: numberIn(ask), body: { until } })
    .catch((error: unknown) => log.warn({ err: error }, 'messages stay new'));
}

/** Applications are shown also when drafts cannot be. */
async function draftsOf({ calls, reader }: Ask) {
  try {
    const { drafts } = await calls.call('get', '/api/me/drafts');
    const { actingFor } = reader;
    // What was begun for somebody else is shown with their applications, never with one's own.
    return actingFor ? drafts.filter((draft) => draft.for === actingFor.residentId) : drafts;
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 401) throw error;
    return [];
  }
}
