import { dirname } from 'node:path';
import { loadService } from '@lianban/catalogue';
import type { ServiceSpec } from '@lianban/runtime';
import { requestTopics, stepContradictionOf } from '@lianban/steps';
import { CHARGES } from './aggregate-types';
import { paymentsAggregates } from './aggregates';
import { makeCalls } from './calls';
import { wechat } from './channel/wechat';
import { paymentsGrpc } from './grpc';
import { type PaymentsSettings, paymentsSettings, wechatFrom } from './settings';
import { stepHandlers } from './step-handlers';

/** Payments 缴费: what people owe, pay and get back, and the book of it. */
export const payments: ServiceSpec<PaymentsSettings> = {
  name: 'payments',
  settings: paymentsSettings,
  compose(settings, { environment, requestsHeardOn }) {
    const { items } = loadService(dirname(__dirname));
    const found = wechatFrom(settings, environment);
    const channel = found && wechat(found);
    const itemOf = (code: string, version: number) => {
      const item = items.find((each) => each.code === code && each.version === version);
      return item?.fees && item.payWithinDays ? { fees: item.fees, payWithinDays: item.payWithinDays } : undefined;
    };
    return {
      topic: 'payments.v1',
      aggregates: paymentsAggregates,
      subscriptions: [
        {
          topic: requestsHeardOn === 'shared' ? requestTopics.SHARED : requestTopics.of('payments'),
          owner: requestTopics.ASKER,
          addressee: 'payments',
          handlers: stepHandlers(itemOf),
          contradiction: (message, envelope) => stepContradictionOf(message, envelope, 'payments'),
          sequenceOwner: ({ subject: id }) => ({ aggregate: CHARGES.name, id }),
        },
      ],
      grpc: (app) => [paymentsGrpc(app, channel, items)],
      periodicJobs: (app) =>
        channel ? [{ name: 'calls to the channel', everyMs: 1_000, run: () => makeCalls(app, channel) }] : [],
    };
  },
};
