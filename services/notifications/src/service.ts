import type { ServiceSpec } from '@lianban/runtime';
import { notificationAggregates } from './aggregates';
import { carriersOf } from './carriers/carriers';
import { wrongIn } from './domain/template';
import { templates } from './domain/templates';
import { notificationsGrpc } from './grpc';
import { contradiction, ofApplications } from './news-handlers';
import { sendDue } from './send-due';
import { type NotificationsSettings, notificationsSettings, waysOf } from './settings';

/** Tells people what happened in their applications: in their inbox, by SMS and by mail. */
export const notifications: ServiceSpec<NotificationsSettings> = {
  name: 'notifications',
  settings: notificationsSettings,
  compose(settings, { environment }) {
    const wrong = wrongIn(templates);
    if (wrong.length > 0) throw new Error(`templates of notices: ${wrong.join('; ')}`);
    const ways = waysOf(settings, environment);
    const carriers = carriersOf(ways);
    const sendsAnything = carriers.length > 0;
    const handlers = ofApplications(sendsAnything);
    return {
      topic: 'notifications.v1',
      aggregates: notificationAggregates(sendsAnything),
      subscriptions: [{ topic: 'applications.v1', owner: 'applications', handlers, contradiction }],
      asks: ['residents'],
      grpc: (app) => [notificationsGrpc(app, ways.receiptKey)],
      periodicJobs: (app) => [
        { name: 'notices', everyMs: 1_000, run: () => sendDue(app, { carriers, link: ways.link }) },
      ],
    };
  },
};
