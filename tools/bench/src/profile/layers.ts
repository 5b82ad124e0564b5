/** The layers of the system, in the order they are shown. */
export const layers = [
  'rules',
  'write path',
  'MongoDB driver',
  'Kafka client',
  'gRPC',
  'HTTP',
  'protobuf',
  'telemetry and logs',
  'Node itself',
  'garbage collection',
  'system calls and other native code',
] as const;
export type Layer = (typeof layers)[number];

/** One function of a CPU profile. */
export interface Frame {
  readonly functionName: string;
  /** A file path or URL, `node:…` for Node's own modules, empty for native code. */
  readonly url: string;
}

const byPackage: readonly (readonly [RegExp, Layer])[] = [
  [/^(mongodb|mongoose|bson|kareem|mpath|mquery|sift)$/, 'MongoDB driver'],
  [/^kafkajs$/, 'Kafka client'],
  [/^@grpc\//, 'gRPC'],
  [/^@bufbuild\/protobuf$/, 'protobuf'],
  [/^(@opentelemetry\/|pino|sonic-boom|thread-stream)/, 'telemetry and logs'],
  [/^(feelin|@bpmn-io\/|@lezer\/|luxon)/, 'rules'],
];
const ofPackage: Readonly<Record<string, Layer>> = {
  casework: 'rules',
  grpc: 'gRPC',
  kafka: 'Kafka client',
  telemetry: 'telemetry and logs',
};
const byNodeModule: readonly (readonly [RegExp, Layer])[] = [
  [/http2/, 'gRPC'],
  [/_?http|undici|url|webcrypto/, 'HTTP'],
];

/** @returns the layer of a function; undefined for idle time */
export function layerOf({ functionName, url }: Frame): Layer | undefined {
  if (functionName === '(idle)') return undefined;
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (url === '') return 'system calls and other native code';
  if (url.startsWith('node:')) return byNodeModule.find(([name]) => name.test(url))?.[1] ?? 'Node itself';
  const used = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (used) return byPackage.find(([name]) => name.test(used))?.[1] ?? 'HTTP';
  if (/\/protos\//.test(url)) return 'protobuf';
  const ours = /\/packages\/([^/]+)\/dist\//.exec(url)?.[1];
  if (ours) return ofPackage[ours] ?? 'write path';
  return /\/services\/gateway\//.test(url) ? 'HTTP' : 'rules';
}
