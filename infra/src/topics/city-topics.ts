import { join } from 'node:path';
import { type Speaker, channelsOf, loadSpeakers } from '@lianban/manifest';
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
  const speakers = loadSpeakers(root);
  const isOurs = ({ name }: Speaker) => services.some((service) => service.name === name);
  const topics = channelsOf(speakers).map(({ topic, publisher, readers }) => {
    const projecting = services.filter(({ projections, publishes }) => projections && publishes.includes(topic));
    const named = (all: readonly Speaker[]) => all.map(({ name }) => name);
    return [
      topic,
      {
        consumedBy: named(readers.filter(isOurs)),
        // What an outside department cannot read is its own program's to keep.
        projectedBy: named([...projecting, ...readers.filter((each) => !isOurs(each))]),
        ...(isOurs(publisher) ? {} : { partitions: 1 }),
      },
    ] as const;
  });
  return { defaults, topics: Object.fromEntries(topics) };
}
