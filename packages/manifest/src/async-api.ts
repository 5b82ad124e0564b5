import { type Channel, channelsOf } from './channels';
import { cloudEventHeaders } from './cloud-event';
import { fileOf } from './proto-files';
import type { Speaker } from './service';

type Json = Record<string, unknown>;

/** What services and outside departments say to each other on Kafka, as AsyncAPI 3: from their manifests and the contracts. */
export function asyncApi(speakers: readonly Speaker[]): Json {
  const channels = channelsOf(speakers);
  const messages = [...new Set(channels.flatMap((channel) => channel.messages))].sort();
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Lianban 联办: events',
      version: '1',
      description:
        'One topic a service, named SERVICE.vN; a deployment may put a prefix before every name. Records of one key are in order. ' +
        'No message carries a name, an ID number, a telephone number or an address.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/protobuf',
    channels: byName(channels, ({ topic }) => topic, channelOf),
    operations: Object.assign({}, ...channels.map(operationsOf)) as Json,
    components: {
      messages: byName(messages, (name) => name, messageOf),
      schemas: {
        cloudEvent: cloudEventHeaders,
        ...byName(
          messages.map(fileOf),
          ({ path }) => schemaName(path),
          ({ text }) => ({
            schemaFormat: 'application/vnd.google.protobuf;version=3',
            schema: text,
          }),
        ),
      },
    },
  };
}

const byName = <T>(all: readonly T[], nameOf: (one: T) => string, valueOf: (one: T) => unknown): Json =>
  Object.fromEntries(all.map((one) => [nameOf(one), valueOf(one)]));

const component = (kind: 'messages' | 'schemas', name: string) => ({ $ref: `#/components/${kind}/${name}` });

/** casework/v1/casework.proto → casework.v1.casework.proto: a component's name may have no slash. */
const schemaName = (path: string): string => path.replaceAll('/', '.');

const channelOf = ({ topic, publisher, messages }: Channel): Json => ({
  address: topic,
  title: publisher.name,
  description: publisher.summary,
  messages: byName(
    messages,
    (name) => name,
    (name) => component('messages', name),
  ),
  bindings: { kafka: { topic, bindingVersion: '0.5.0' } },
});

function operationsOf({ topic, publisher, readers }: Channel): Json {
  const operation = (action: 'send' | 'receive', { name }: Speaker): Json => ({
    [`${name}.${action}.${topic}`]: { action, channel: { $ref: `#/channels/${topic}` }, tags: [{ name }] },
  });
  return Object.assign(operation('send', publisher), ...readers.map((reader) => operation('receive', reader))) as Json;
}

const messageOf = (name: string): Json => ({
  name,
  title: name.split('.').at(-1),
  contentType: 'application/protobuf',
  headers: { allOf: [component('schemas', 'cloudEvent'), { properties: { ce_type: { const: name } } }] },
  payload: component('schemas', schemaName(fileOf(name).path)),
  bindings: { kafka: { key: { type: 'string', description: 'as ce_correlationid' }, bindingVersion: '0.5.0' } },
});
