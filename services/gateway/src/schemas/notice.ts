import type { notifications } from '@lianban/protos';
import { z } from 'zod';
import { iso, moment, text, textView, unlessEmpty } from './common';
import { named } from './components';

export const noticeShape = named(
  'Notice',
  z.object({
    id: z.string(),
    applicationNumber: z.string(),
    package: z.string(),
    step: z.string().optional().describe('Absent of the application as a whole'),
    department: z.string().optional().describe('Who performs the step'),
    class: z.string().describe('legal, service or reminder'),
    title: text,
    body: text,
    until: moment.optional().describe('Until when something can be done'),
    at: moment.describe('When it came into the inbox'),
    unread: z.boolean(),
    principal: z.string().optional().describe('In whose name I filed it'),
    sentBy: z.string().optional().describe('How it was sent beside the inbox: sms or mail'),
    status: z.string(),
  }),
);

export const noticeList = named(
  'NoticeList',
  z.object({ notices: z.array(noticeShape), nextCursor: z.string().optional() }),
);

export const noticeView = (of: notifications.v1.Notice): z.output<typeof noticeShape> => ({
  id: of.noticeId,
  applicationNumber: of.applicationNumber,
  package: of.package,
  step: unlessEmpty(of.step),
  department: unlessEmpty(of.department),
  class: of.class,
  title: textView(of.title),
  body: textView(of.body),
  until: iso(of.until),
  at: iso(of.at) ?? '',
  unread: of.unread,
  principal: unlessEmpty(of.principalId),
  sentBy: unlessEmpty(of.sentBy),
  status: of.status,
});
