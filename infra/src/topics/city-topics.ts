import { join } from 'node:path';
import { channelsOf } from '@lianban/manifest';
import { checkout } from '../folders';
import { cityServices } from '../services/city-services';
import { type TopicList, readTopicList } from './topic-list';

/**
 * The topics of a checkout: who speaks and who hears by the manifests of its services, the rest by infra/topics.yaml.
 * @throws Problem naming what is wrong in which file.
 */
export function cityTopics(root = checkout): TopicList {
  const { defaults } = readTopicList(join(root, 'infra', 'topics.yaml'));
  const topics = channelsOf(cityServices(root)).map(
    ({ topic, readers }) => [topic, { consumedBy: readers.map(({ name }) => name) }] as const,
  );
  return { defaults, topics: Object.fromEntries(topics) };
}
