import type { notifications } from '@lianban/protos';
import type { App, Snapshot } from '@lianban/runtime';
import { NOTICES, RECIPIENTS } from './aggregate-types';
import type { MadeNotice, NoticeState } from './domain/notice';
import { templateOf } from './domain/templates';
import { wordsOf } from './words-of';

type Shown = notifications.v1.Notice;

const MOST_LISTED = 100;
/** Beyond it, a badge says no more. */
const MOST_COUNTED = 100;
const MOST_SERVED = 1000;
const shownStatus = { $nin: ['unchecked', 'withheld'] };

export async function listNotices(app: App, { recipientId, limit, cursor }: notifications.v1.ListNoticesRequest) {
  const most = Math.min(limit || MOST_LISTED, MOST_LISTED);
  const [at = '', id = ''] = cursor.split(' ');
  const place = new Date(at);
  const older = Number.isNaN(place.getTime())
    ? {}
    : { $or: [{ 'state.at': { $lt: place } }, { 'state.at': place, _id: { $lt: id } }] };
  const filter = { 'state.to': recipientId, 'state.status': shownStatus, ...older };
  const [found, readUntil] = await Promise.all([
    app.find(NOTICES, { filter, sort: { 'state.at': -1, _id: -1 }, limit: most }),
    readUntilOf(app, recipientId),
  ]);
  const last = found.at(-1);
  return {
    notices: found.flatMap((each) => shown(each, readUntil)),
    nextCursor:
      found.length === most && last && last.state.status !== 'none' ? `${last.state.at.toISOString()} ${last.id}` : '',
  };
}

export async function countUnread(app: App, recipientId: string): Promise<number> {
  const readUntil = await readUntilOf(app, recipientId);
  const [counted] = await app.summarize<{ readonly unread: number }>(NOTICES, [
    { $match: { 'state.to': recipientId, 'state.at': { $gt: readUntil }, 'state.status': shownStatus } },
    { $limit: MOST_COUNTED },
    { $count: 'unread' },
  ]);
  return counted?.unread ?? 0;
}

/** The inbox was opened. What could be delivered in no other way has arrived with that. */
export async function markRead(app: App, recipientId: string, until: Date): Promise<void> {
  await app.dispatch(RECIPIENTS, recipientId, { type: 'MarkRead', until });
  const filter = { 'state.unserved': true, 'state.to': recipientId, 'state.at': { $lte: until } };
  const unserved = await app.find(NOTICES, { filter, limit: MOST_SERVED });
  for (const { id } of unserved) await app.dispatch(NOTICES, id, { type: 'ReadNotice' });
}

async function readUntilOf(app: App, recipientId: string): Promise<Date> {
  return (await app.get(RECIPIENTS, recipientId))?.state.readUntil ?? new Date(0);
}

/** What a newer release made is not shown by an older one. */
function shown({ id, state }: Snapshot<NoticeState>, readUntil: Date): readonly Shown[] {
  if (state.status === 'none') return [];
  const template = templateOf(state.template);
  if (!template) return [];
  const { title, inbox } = wordsOf(template, state, '');
  const { number, package: code, step, department, until, at, status, to, residentId } = state;
  return [
    {
      ...{ noticeId: id, applicationNumber: number, package: code, step, department, until, at, status },
      ...{ class: state.class, title, body: inbox, unread: at > readUntil },
      principalId: to === residentId ? '' : residentId,
      sentBy: sentBy(state),
    },
  ];
}

const sentBy = ({ sendings }: MadeNotice): string =>
  sendings.findLast(({ outcome, receipt }) => outcome === 'accepted' && receipt?.status !== 'failed')?.channel ?? '';
