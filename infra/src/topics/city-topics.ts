import { join } from 'node:path';
import { channelsOf } from '@lianban/manifest';
import { checkout } from '../folders';
import { cityServices } from '../services/city-services';
import { type TopicList, readTopicList } from './topic-list';

/**
 * The topics of a checkout: publishers and subscribers by the manifests of its services, the rest by infra/topics.yaml.
 * @param requestsHeardOn as `REQUESTS_HEARD_ON` of whom applications asks
 * @throws Problem naming what is wrong in which file.
 */
export function cityTopics(root = checkout, requestsHeardOn: 'own' | 'shared' = 'own'): TopicList {
  const { defaults, requests } = readTopicList(join(root, 'infra', 'topics.yaml'));
  const services = cityServices(root);
  const channels = channelsOf(services);
  const asked = channels.filter(({ isRequests }) => isRequests).flatMap(({ readers }) => readers);
  const topics = channels.map(({ topic, publisher, isRequests, readers: heardBy }) => {
    const isShared = !isRequests && publisher.requests.length > 0 && requestsHeardOn === 'shared';
    const readers = isShared ? asked : heardBy;
    const about = {
      consumedBy: readers.map(({ name }) => name),
      projectedBy: publisher.projections ? [publisher.name] : [],
    };
    return [topic, { ...about, ...(isRequests && requests) }] as const;
  });
  return { defaults, topics: Object.fromEntries(topics) };
}
