import { Problem } from '../problem';
import type { TopicList } from './topic-list';

/** applications, of applications.v1 and of applications.requests.permits.v1. */
const ownerOf = (topic: string): string => topic.split('.', 1)[0]!;

/** One permission of one user. */
export interface Access {
  readonly user: string;
  readonly resource: 'topic' | 'group';
  readonly name: string;
  readonly operation: 'read' | 'write' | 'describe';
  /** All resources with this name as prefix. */
  readonly isPrefix?: true;
}

/**
 * The permissions each service needs, by the list of topics: to write its own topic, to read those it subscribes to, to write
 * dead letters, and to join its group; with read models, to read its own topic, and as an
 * outside department what is asked of it, in groups named after its own; and to read, in a
 * group of its own, the dead letters of what it wrote, which hold nothing else. Nothing beyond that.
 * @param options.pattern a service's user in Kafka; `{service}` stands for its name.
 * @throws Problem when the pattern makes one user of all services.
 */
export function accessOf(
  { topics }: TopicList,
  { pattern, prefix = '' }: { pattern: string; prefix?: string },
): Access[] {
  if (!pattern.includes('{service}'))
    throw new Problem(`KAFKA_USER_PATTERN=${pattern} has no {service}: all services would be one user`);
  const may = (
    service: string,
    operation: Access['operation'],
    resource: Access['resource'],
    name: string,
    more: Pick<Access, 'isPrefix'> = {},
  ) =>
    [operation, 'describe' as const].map((each) => ({
      user: pattern.replaceAll('{service}', service),
      resource,
      name: prefix + name,
      operation: each,
      ...more,
    }));
  const all = Object.entries(topics).flatMap(([topic, { consumedBy, projectedBy }]) => [
    ...may(ownerOf(topic), 'write', 'topic', topic),
    ...consumedBy.flatMap((reader) => [
      ...may(ownerOf(topic), 'read', 'topic', `${topic}.${reader}.dlt`),
      ...may(ownerOf(topic), 'read', 'group', `${ownerOf(topic)}-dead-letters`),
    ]),
    ...consumedBy.flatMap((reader) => [
      ...may(reader, 'read', 'topic', topic),
      ...may(reader, 'write', 'topic', `${topic}.${reader}.dlt`),
      ...may(reader, 'read', 'group', reader),
    ]),
    ...projectedBy.flatMap((reader) => [
      ...may(reader, 'read', 'topic', topic),
      ...may(reader, 'read', 'group', `${reader}.`, { isPrefix: true }),
    ]),
  ]);
  return [...new Map(all.map((access) => [sentenceOf(access), access])).values()];
}

/** city-permits may read topic applications.v1 */
export const sentenceOf = ({ user, operation, resource, name, isPrefix }: Access): string =>
  `${user} may ${operation} ${resource} ${name}${isPrefix ? '…' : ''}`;
