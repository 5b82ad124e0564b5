import { join } from 'node:path';
import { type Speaker, channelsOf, loadSpeakers } from '@lianban/manifest';
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
  const channels = channelsOf(loadSpeakers(root));
  const asked = channels.filter(({ isRequests }) => isRequests).flatMap(({ readers }) => readers);
  const isOurs = ({ name }: Speaker) => services.some((service) => service.name === name);
  const named = (all: readonly Speaker[]) => all.map(({ name }) => name);
  const topics = channels.map(({ topic, publisher, isRequests, readers: heardBy }) => {
    const isShared = !isRequests && publisher.requests.length > 0 && requestsHeardOn === 'shared';
    const readers = isShared ? [...new Set([...heardBy, ...asked])] : heardBy;
    const outsiders = readers.filter((each) => !isOurs(each));
    const isOfOneOutside = !isOurs(publisher) || (isRequests && outsiders.length > 0);
    return [
      topic,
      {
        consumedBy: named(readers.filter(isOurs)),
        // What an outside department cannot read is its own program's to keep.
        projectedBy: named([...(publisher.projections ? [publisher] : []), ...outsiders]),
        ...(isOfOneOutside ? { partitions: 1 } : isRequests && requests),
      },
    ] as const;
  });
  return { defaults, topics: Object.fromEntries(topics) };
}
