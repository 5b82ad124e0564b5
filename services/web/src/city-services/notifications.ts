import type { Contact, Notice } from '@lianban/rest-client';
import { z } from 'zod';
import { ApiRefusal } from '../api/problem';
import type { RequestContext } from '../http/request-context';
import { telling as words } from '../i18n/inbox';
import { redirect } from '../page/page';
import type { FieldProblem } from '../parts/error-summary';
import { markMessagesRead, messagesUnderWay, orNothing } from '../routes/messages';
import { get, post } from '../routes/route';
import { type WrittenMessage, inboxPage } from '../views/inbox';
import { type TypedTelling, inboxSettingsPage } from '../views/inbox-settings';

const onePage = 20;

const field = z.string().trim().max(300).catch('');
const form = z.object({
  ...{ channels: field, language: field, quietFrom: field, quietTo: field, copies: field, email: field },
});
const time = /^([01]\d|2[0-3]):[0-5]\d$/;

export const routes = [
  {
    ...get('/inbox', async (context, { packages, log }) => {
      const { calls, query } = context;
      const isFurther = typeof query.cursor === 'string' && query.cursor !== '';
      const from = isFurther ? { cursor: query.cursor as string } : {};
      const [{ notices, nextCursor }, written, all] = await Promise.all([
        calls.call('get', '/api/me/notices', { query: { limit: onePage, ...from } }),
        isFurther ? [] : writtenTo(context),
        packages.all(),
      ]);
      // What could not be marked is shown as new once more.
      await markRead(context, notices).catch((error: unknown) => log.warn({ err: error }, 'inbox not marked as read'));
      return inboxPage({ notices, messages: written, nextCursor, isFurther, packages: all });
    }),
    mine: true,
  },
  {
    ...get('/inbox/settings', async ({ calls }) => {
      const [preference, contact] = await Promise.all([
        calls.call('get', '/api/me/notice-preference'),
        calls.call('get', '/api/me/contact'),
      ]);
      const { channels, language, quietHours, copiesToAgent } = preference;
      const typed: TypedTelling = {
        ...{ channels: channels.join(','), language, email: contact.email ?? '' },
        ...{ quietFrom: quietHours?.from ?? '', quietTo: quietHours?.to ?? '' },
        copies: copiesToAgent ? 'yes' : 'no',
      };
      return inboxSettingsPage({ typed, contact, problems: [] });
    }),
    mine: true,
  },
  {
    ...post('/inbox/settings', async (context) => {
      const typed = form.parse(context.form);
      const problems = wrongIn(typed);
      if (problems.length > 0) return again(context, typed, problems);
      try {
        await context.calls.call('put', '/api/me/contact', { body: { email: typed.email } });
      } catch (error) {
        if (!(error instanceof ApiRefusal) || ![400, 409, 422].includes(error.status)) throw error;
        return again(context, typed, [{ field: 'email', text: words.emailWrong }]);
      }
      await context.calls.call('put', '/api/me/notice-preference', { body: chosen(typed) });
      return redirect('/inbox');
    }),
    mine: true,
  },
];

async function again({ calls }: RequestContext, typed: TypedTelling, problems: readonly FieldProblem[]) {
  const contact: Contact = await calls.call('get', '/api/me/contact');
  return inboxSettingsPage({ typed, contact, problems });
}

function wrongIn({ quietFrom, quietTo }: TypedTelling): readonly FieldProblem[] {
  const isNone = quietFrom === '' && quietTo === '';
  return isNone || (time.test(quietFrom) && time.test(quietTo)) ? [] : [{ field: 'quietFrom', text: words.quietWrong }];
}

const chosen = ({ channels, language, quietFrom, quietTo, copies }: TypedTelling) => ({
  language: language === 'en' ? ('en' as const) : ('zh' as const),
  channels: channels.split(',').filter((each): each is 'sms' | 'mail' => each === 'sms' || each === 'mail'),
  ...(quietFrom !== '' && { quietHours: { from: quietFrom, to: quietTo } }),
  copiesToAgent: copies !== 'no',
});

async function markRead({ calls }: RequestContext, notices: readonly Notice[]): Promise<void> {
  const [newest] = notices;
  if (!newest?.unread) return;
  await calls.call('post', '/api/me/notices/read', { body: { until: newest.at } });
}

/** What officers wrote stands in the same list. */
async function writtenTo(context: RequestContext): Promise<readonly WrittenMessage[]> {
  const applications = await orNothing(
    context.calls.call('get', '/api/applications', { query: { limit: onePage } }).then((found) => found.applications),
  );
  const found = await messagesUnderWay(context, applications);
  await Promise.all(found.map((each) => markMessagesRead(context, each).catch(() => undefined)));
  return found.flatMap(({ of: { applicationNumber, package: code }, messages }) =>
    messages.map((message) => ({ ...message, applicationNumber, package: code })),
  );
}
