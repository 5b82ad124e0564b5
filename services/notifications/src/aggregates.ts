import { type AnyAggregate, aggregate } from '@lianban/model';
import { notifications } from '@lianban/protos';
import { NOTICES, RECIPIENTS, TELLINGS } from './aggregate-types';
import { notice } from './domain/notice-decider';
import { recipient } from './domain/recipient';
import { telling } from './domain/telling';
import { noticesOf } from './notices-of';

const dayMs = 24 * 60 * 60 * 1000;
/** Days after its last change that a notice stays in the inbox. */
const NOTICE_DAYS = 730;

/** @param sendsAnything whether this city has a way beside the inbox */
export function notificationAggregates(sendsAnything: boolean): readonly AnyAggregate[] {
  const tellings = aggregate(TELLINGS, {
    decider: telling,
    announce: { NewsHeard: 'private', ReminderDue: 'private' },
    policy: (event, _state, id) => noticesOf(event, id, sendsAnything),
    keepMs: NOTICE_DAYS * dayMs,
  });
  const notices = aggregate(NOTICES, {
    decider: notice,
    announce: {
      NoticeMade: 'private',
      AgentAdmitted: 'private',
      NoticeWithheld: 'private',
      NoticeHeld: 'private',
      SendingBegan: 'private',
      SendingReported: 'private',
      ReceiptTaken: 'private',
      ReceiptMissed: 'private',
      NoticeInboxOnly: 'private',
      NoticeServed: 'private',
      NoticeFailed({ at }, state, id) {
        if (state.status === 'none') return [];
        const { number, step, department, class: noticeClass } = state;
        const value = { noticeId: id, applicationNumber: number, step, department, class: noticeClass, failedAt: at };
        return { type: notifications.v1.NoticeFailed, value: value satisfies notifications.v1.NoticeFailed };
      },
    },
    keyOf: (id) => id.split('/', 1)[0]!,
    createdBy: ['MakeNotice'],
    // Of eleven digits a mask shows seven, and a hash tells the other four to whoever tries them.
    sealed: ['sendings.*.mask', 'sendings.*.hash'],
    keepMs: NOTICE_DAYS * dayMs,
    // Somebody has to serve it in another way.
    needsOperator: { 'state.unserved': true },
    indexes: [
      { fields: { 'state.to': 1, 'state.at': -1 } },
      { fields: { 'state.dueAt': 1 }, partial: { 'state.dueAt': { $exists: true } } },
    ],
  });
  const recipients = aggregate(RECIPIENTS, {
    decider: recipient,
    announce: { PreferenceSet: 'private', InboxRead: 'private' },
  });
  return [tellings, notices, recipients];
}
