/** A kind of span: its name, its attributes and the processes that export it. */
export interface SpanSort {
  /** As in the documentation. */
  readonly name: string;
  readonly shape: RegExp;
  readonly kind: 'internal' | 'server' | 'client' | 'consumer';
  readonly attributes: readonly string[];
  readonly from: 'http' | 'stores' | 'callers';
}

/** The attribute with the Kafka key of a span's subject: in this city, the number of an application. */
export const KEY_ATTRIBUTE = 'lianban.application';

/** Every span. A test starts the city and fails when it exports one that is not here, or does not export one that is. */
export const spanTable = {
  request: {
    name: 'METHOD /route',
    shape: /^[A-Z]+ (\/[\w/:.*-]*|pages|unmatched)$/,
    kind: 'server',
    attributes: ['http.request.method', 'http.route'],
    from: 'http',
  },
  call: {
    name: 'package.Service/Method',
    shape: /^[a-z_]+\.v\d+\.\w+Service\/\w+$/,
    kind: 'client',
    attributes: ['rpc.service', 'rpc.system'],
    from: 'callers',
  },
  answer: {
    name: 'package.Service/Method',
    shape: /^[a-z_]+\.v\d+\.\w+Service\/\w+$/,
    kind: 'server',
    attributes: ['rpc.system'],
    from: 'stores',
  },
  record: {
    name: 'process TOPIC',
    shape: /^process [\w.-]+\.v\d+$/,
    kind: 'consumer',
    attributes: [KEY_ATTRIBUTE, 'messaging.destination.name', 'messaging.system'],
    from: 'stores',
  },
  deadline: {
    name: 'deadline KIND',
    shape: /^deadline [a-z-]+$/,
    kind: 'internal',
    attributes: [KEY_ATTRIBUTE],
    from: 'stores',
  },
} satisfies Readonly<Record<string, SpanSort>>;
