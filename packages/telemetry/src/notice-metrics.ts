import { metric } from './metric';

/** How notices leave the city. */
export const noticeMetrics = {
  sendings: metric({
    name: 'lianban.notices.sendings',
    kind: 'counter',
    unit: '{sending}',
    description: 'Attempts to send a notice by SMS or mail, by outcome',
    attributes: ['channel', 'outcome'],
    from: 'notifications',
  }),
};
