import { asyncApi, loadSpeakers } from '@lianban/manifest';
import type { ReadRecord } from '../../src/topics';

interface Header {
  readonly const?: string;
  readonly pattern?: string;
}
interface Described {
  readonly channels: Readonly<Record<string, { readonly messages: Readonly<Record<string, unknown>> } | undefined>>;
  readonly components: {
    readonly schemas: {
      readonly cloudEvent: {
        readonly required: readonly string[];
        readonly properties: Readonly<Record<string, Header | undefined>>;
      };
    };
  };
}

/**
 * Validates records against the AsyncAPI document of this checkout.
 * @param prefix of the city's topics
 * @returns a function that lists what is wrong with a record
 */
export function asyncApiFaults(prefix: string): (record: ReadRecord) => string[] {
  const { channels, components } = asyncApi(loadSpeakers()) as unknown as Described;
  const { required, properties } = components.schemas.cloudEvent;
  return ({ topic, type, headers }) => {
    const channel = channels[topic.slice(prefix.length)];
    if (!channel) return [`${topic} is no channel of the AsyncAPI document`];
    return [
      ...(type in channel.messages ? [] : [`${topic} is not described to carry ${type}`]),
      ...required.filter((name) => !(name in headers)).map((name) => `${topic}: a ${type} has no header ${name}`),
      ...Object.entries(headers)
        .filter(([name, value]) => !fits(properties[name], value))
        .map(([name, value]) => `${topic}: a ${type} has the header ${name}=${value}, which is not described`),
    ];
  };
}

/** What is wrong with all records it is shown, each fault once. */
export function asyncApiAudit(prefix: string): { see(record: ReadRecord): void; faults(): string[] } {
  const found = new Set<string>();
  const faultsOf = asyncApiFaults(prefix);
  return { see: (record) => faultsOf(record).forEach((fault) => found.add(fault)), faults: () => [...found] };
}

const fits = (header: Header | undefined, value: string): boolean =>
  header !== undefined &&
  (header.const === undefined || header.const === value) &&
  (header.pattern === undefined || new RegExp(header.pattern).test(value));
