import { metric } from './metric';

/** Which catalogue a process runs. */
export const catalogueMetrics = {
  catalogueVersion: metric({
    name: 'lianban.catalogue.version',
    kind: 'gauge',
    unit: '{version}',
    description: 'The version of the city’s catalogue that the process runs; 0: the files that come with the service',
    attributes: ['service'],
    from: 'catalogues',
  }),
  catalogueRefused: metric({
    name: 'lianban.catalogue.refused',
    kind: 'gauge',
    unit: '{version}',
    description: '1 while the process cannot use the newest catalogue that the city has taken',
    attributes: ['service'],
    from: 'catalogues',
  }),
};
