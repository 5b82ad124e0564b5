import { type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { isRefusal, refuse } from '@lianban/model';
import { notifications as contract } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { RECIPIENTS } from './aggregate-types';
import { timeOf } from './domain/quiet-hours';
import { DEFAULT_PREFERENCE, type Preference, readPreference } from './domain/recipient';
import { countUnread, listNotices, markRead } from './inbox';
import { takeReceipt } from './receipts';

type Service = typeof contract.v1.NotificationsServiceService;

const nobody = refuse('invalid-request', 'Say whose it is.', '/recipientId');

const preferenceView = ({ language, channels, quietHours, copiesToAgent }: Preference): contract.v1.Preference => ({
  language,
  channels: [...channels],
  quietHours: quietHours && { from: timeOf(quietHours.from), to: timeOf(quietHours.to) },
  copiesToAgent,
});

/** Inboxes and preferences, each to whom they belong. */
export function notificationsGrpc(app: App, receiptKey: string | undefined): GrpcService {
  const handlers: Handlers<Service> = {
    async listNotices(request) {
      return request.recipientId ? listNotices(app, request) : nobody;
    },
    async countUnread({ recipientId }) {
      return recipientId ? { unread: await countUnread(app, recipientId) } : nobody;
    },
    async markRead({ recipientId, until }) {
      if (!recipientId) return nobody;
      if (!until) return refuse('invalid-request', 'Say up to which moment it was read.', '/until');
      await markRead(app, recipientId, until);
      return { unread: await countUnread(app, recipientId) };
    },
    async getPreference({ recipientId }) {
      if (!recipientId) return nobody;
      return preferenceView((await app.get(RECIPIENTS, recipientId))?.state.preference ?? DEFAULT_PREFERENCE);
    },
    async putPreference({ recipientId, preference: typed }, { traceparent }) {
      if (!recipientId) return nobody;
      const { language = '', channels = [], quietHours, copiesToAgent = true } = typed ?? {};
      const [quietFrom, quietTo] = [quietHours?.from ?? '', quietHours?.to ?? ''];
      const preference = readPreference({ language, channels, quietFrom, quietTo, copiesToAgent });
      if (isRefusal(preference)) return preference;
      const done = await app.dispatch(RECIPIENTS, recipientId, { type: 'SetPreference', preference }, { traceparent });
      return isRefusal(done) ? done : preferenceView(done.state.preference);
    },
    async takeReceipt(receipt) {
      return (await takeReceipt(app, receipt, receiptKey)) ?? {};
    },
  };
  const callers = { gateway: { forPersons: 'everything', itself: ['takeReceipt'] } } as const;
  const own = ({ recipientId }: { readonly recipientId: string }) => recipientId;
  return grpcService(contract.v1.NotificationsServiceService, handlers, callers, {
    actors: { listNotices: own, countUnread: own, markRead: own, getPreference: own, putPreference: own },
  });
}
