import { metric } from './metric';

/** How far read models have come, and what they left out. */
export const projectionMetrics = {
  projectionLag: metric({
    name: 'lianban.projection.lag',
    kind: 'gauge',
    unit: '{record}',
    description: 'Records a read model has not applied yet, in the partitions of this process',
    attributes: ['service', 'projection'],
    from: 'applications',
  }),
  projectionStale: metric({
    name: 'lianban.projection.stale',
    kind: 'gauge',
    unit: '{document}',
    description: 'Documents of a read model with records left out, because one is missing or cannot be applied',
    attributes: ['service', 'projection'],
    from: 'applications',
  }),
  projectionGaps: metric({
    name: 'lianban.projection.gaps',
    kind: 'counter',
    unit: '{record}',
    description:
      'Records left out of a read model because their predecessor is missing or they cannot be applied; the first of each subject',
    attributes: ['projection', 'topic'],
    from: 'stores',
  }),
};
