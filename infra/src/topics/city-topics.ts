import { join } from 'node:path';
import { channelsOf } from '@lianban/manifest';
import { checkout } from '../folders';
import { cityServices } from '../services/city-services';
import { type TopicList, readTopicList } from './topic-list';

/**
 * The topics of a checkout: publishers and subscribers by the manifests of its services, the rest by infra/topics.yaml.
 * @throws Problem naming what is wrong in which file.
 */
export function cityTopics(root = checkout): TopicList {
  const { defaults } = readTopicList(join(root, 'infra', 'topics.yaml'));
  const services = cityServices(root);
  const topics = channelsOf(services).map(({ topic, readers }) => {
    const projecting = services.filter(({ projections, publishes }) => projections && publishes.includes(topic));
    const named = (all: typeof services) => all.map(({ name }) => name);
    return [topic, { consumedBy: named(readers), projectedBy: named(projecting) }] as const;
  });
  return { defaults, topics: Object.fromEntries(topics) };
}
