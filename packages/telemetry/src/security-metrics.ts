import { metric } from './metric';

/** What the gateway tells the security log. */
export const securityMetrics = {
  securityEvents: metric({
    name: 'lianban.security.events',
    kind: 'counter',
    unit: '{event}',
    description: 'Events of the security log: sign-ins, refusals, and acts with powers beyond a case',
    attributes: ['kind', 'outcome'],
    from: 'gateway',
  }),
  securitySeries: metric({
    name: 'lianban.security.series',
    kind: 'counter',
    unit: '{series}',
    description: 'Series of refusals of one person or address, and of looks at many different people by one officer',
    attributes: ['series'],
    from: 'gateway',
  }),
};
