import type { ServiceClient } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import { notifications as contract, residents } from '@lianban/protos';
import { z } from 'zod';
import { route } from '../http/route';
import type { Ports } from '../ports';
import { unlessEmpty } from '../schemas/common';
import { named } from '../schemas/components';
import { noticeList, noticeView } from '../schemas/notice';
import { page } from '../schemas/page';

const { NotificationsServiceService } = contract.v1;
const noticesOf = ({ clientOf }: Ports): ServiceClient<typeof NotificationsServiceService> =>
  clientOf('notifications', NotificationsServiceService);
const contactsOf = ({ clientOf }: Ports) => clientOf('residents', residents.v1.ContactsServiceService);

const unread = named('UnreadNotices', z.object({ unread: z.int().describe('At most 100') }));
const readUntil = named(
  'NoticesRead',
  z.strictObject({
    until: z.iso.datetime().meta({ format: 'date-time' }).describe('The time of the newest notice that was shown'),
  }),
);

const time = z
  .string()
  .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/)
  .describe('HH:MM in Shanghai');
const preference = named(
  'NoticePreference',
  z.strictObject({
    language: z.enum(['zh', 'en']),
    channels: z
      .array(z.enum(['sms', 'mail']))
      .max(2)
      .describe('In their order; none: the inbox alone. A legal notice is sent all the same'),
    quietHours: z.strictObject({ from: time, to: time }).optional().describe('Nothing is sent then that can wait'),
    copiesToAgent: z.boolean().describe('Whoever filed an application for me is told of it, too'),
  }),
);
type Preference = z.output<typeof preference>;

const preferenceView = ({ language, channels, quietHours, copiesToAgent }: contract.v1.Preference): Preference => ({
  language: language === 'en' ? 'en' : 'zh',
  channels: channels.filter((each): each is 'sms' | 'mail' => each === 'sms' || each === 'mail'),
  ...(quietHours && { quietHours: { from: quietHours.from, to: quietHours.to } }),
  copiesToAgent,
});

const contact = named(
  'Contact',
  z.object({
    phone: z.string().optional().describe('As registered: corrected with a paper'),
    email: z.string().optional(),
  }),
);
const contactView = ({ phone, email }: residents.v1.Contact) => ({
  phone: unlessEmpty(phone),
  email: unlessEmpty(email),
});

const email = named(
  'ContactChange',
  z.strictObject({
    email: z
      .string()
      .max(254)
      .regex(/^[^\0\uD800-\uDFFF]*$/u)
      .describe('Empty takes it away'),
  }),
);
const receipt = named(
  'NoticeReceipt',
  z.strictObject({
    messageId: z.string().min(1).max(200),
    channel: z.enum(['sms', 'mail']),
    status: z.enum(['delivered', 'failed']),
    at: z.iso.datetime().meta({ format: 'date-time' }),
    signature: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('HMAC-SHA-256 over messageId, channel, status and at, with a line feed between'),
  }),
);

export const routes = [
  route({
    method: 'get',
    path: '/api/me/notices',
    id: 'listNotices',
    summary: 'My inbox, newest first',
    who: 'resident',
    query: page,
    answers: noticeList,
    async answer({ who, query: { limit, cursor = '' }, call }, ports) {
      const found = await noticesOf(ports).listNotices({ recipientId: who.id, limit, cursor }, call);
      if (isRefusal(found)) return found;
      return { body: { notices: found.notices.map(noticeView), nextCursor: unlessEmpty(found.nextCursor) } };
    },
  }),
  route({
    method: 'get',
    path: '/api/me/notices/unread',
    id: 'countUnreadNotices',
    summary: 'How many notices I have not seen',
    who: 'resident',
    answers: unread,
    async answer({ who, call }, ports) {
      const found = await noticesOf(ports).countUnread({ recipientId: who.id }, call);
      return isRefusal(found) ? found : { body: { unread: found.unread } };
    },
  }),
  route({
    method: 'post',
    path: '/api/me/notices/read',
    id: 'markNoticesRead',
    summary: 'I was shown the notices up to this one, on whichever device. A mark never goes back',
    who: 'resident',
    body: readUntil,
    answers: unread,
    async answer({ who, body, call }, ports) {
      const asked = { recipientId: who.id, until: new Date(body.until) };
      const found = await noticesOf(ports).markRead(asked, call);
      return isRefusal(found) ? found : { body: { unread: found.unread } };
    },
  }),
  route({
    method: 'get',
    path: '/api/me/notice-preference',
    id: 'getNoticePreference',
    summary: 'How I want to be told',
    who: 'resident',
    answers: preference,
    async answer({ who, call }, ports) {
      const found = await noticesOf(ports).getPreference({ recipientId: who.id }, call);
      return isRefusal(found) ? found : { body: preferenceView(found) };
    },
  }),
  route({
    method: 'put',
    path: '/api/me/notice-preference',
    id: 'putNoticePreference',
    summary: 'Choose language, channels and quiet hours of notices',
    who: 'resident',
    body: preference,
    answers: preference,
    async answer({ who, body: { quietHours, ...rest }, call }, ports) {
      const chosen = { ...rest, channels: [...rest.channels], quietHours };
      const put = await noticesOf(ports).putPreference({ recipientId: who.id, preference: chosen }, call);
      return isRefusal(put) ? put : { body: preferenceView(put) };
    },
  }),
  route({
    method: 'get',
    path: '/api/me/contact',
    id: 'getContact',
    summary: 'Where notices reach me',
    who: 'resident',
    answers: contact,
    async answer({ who, call }, ports) {
      const found = await contactsOf(ports).getOwn({ residentId: who.id, purpose: undefined }, call);
      return isRefusal(found) ? found : { body: contactView(found) };
    },
  }),
  route({
    method: 'put',
    path: '/api/me/contact',
    id: 'putContact',
    summary: 'Give, change or take away my address of mail',
    who: 'resident',
    body: email,
    answers: contact,
    async answer({ who, body, call }, ports) {
      const put = await contactsOf(ports).putEmail({ residentId: who.id, email: body.email }, call);
      return isRefusal(put) ? put : { body: contactView(put) };
    },
  }),
  route({
    method: 'post',
    path: '/api/notices/receipts',
    id: 'takeNoticeReceipt',
    summary: 'For the SMS gateway and the mail system: what became of a message, signed. Repeated, it changes nothing',
    who: 'anyone',
    body: receipt,
    answers: named('NoticeReceiptTaken', z.object({ taken: z.literal(true) })),
    async answer({ body, call }, ports) {
      const taken = await noticesOf(ports).takeReceipt(body, call);
      return isRefusal(taken) ? taken : { body: { taken: true as const } };
    },
  }),
];
