import { createHash } from 'node:crypto';
import { type AddressedCommand, commandTo } from '@lianban/model';
import { NOTICES } from './aggregate-types';
import type { NoticeContent } from './domain/notice';
import { type TellingEvent, toTell } from './domain/telling';
import { templateOf } from './domain/templates';

/** The same event, recipient and template are the same notice, however often the event is heard. Under its application's number. */
export function noticeId(number: string, event: string, to: string, template: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([event, to, template]))
    .digest('hex');
  return `${number}/${hash.slice(0, 32)}`;
}

/** The notices an event makes: one for the resident, one for whoever filed it for them. */
export function noticesOf(event: TellingEvent, number: string, sendsAnything: boolean): readonly AddressedCommand[] {
  const told = toTell(event);
  const template = told && templateOf(told.template);
  if (!template) return [];
  const { residentId, agentId, package: code, step, department, until } = told;
  const common: Omit<NoticeContent, 'to'> = {
    ...{ residentId, number, package: code, step, department },
    ...{ template: template.code, version: template.version, class: template.class },
    ...(until && { until }),
    ...((!template.push || !sendsAnything) && { inboxOnly: true }),
  };
  const recipients = agentId === '' || agentId === residentId ? [residentId] : [residentId, agentId];
  return recipients.map((to) =>
    commandTo(NOTICES, noticeId(number, told.event, to, template.code), {
      type: 'MakeNotice',
      content: { ...common, to },
    }),
  );
}
