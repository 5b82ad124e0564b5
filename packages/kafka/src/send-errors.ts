/** Where a refused record was going, for the operator; never what it said. */
export interface RefusedRecord {
  topic: string;
  partition?: number;
  bytes?: number;
}

/** The broker will refuse this record however often it is sent: change the record, the topic or the permission. */
export class PermanentSendError extends Error {
  readonly topic: string;
  readonly partition: number | undefined;
  readonly bytes: number | undefined;

  constructor(reason: string, { topic, partition, bytes }: RefusedRecord, options?: ErrorOptions) {
    const where = [`topic ${topic}`];
    if (partition !== undefined) where.push(`partition ${partition}`);
    if (bytes !== undefined) where.push(`${bytes} bytes`);
    super(`Kafka record refused for good: ${reason} (${where.join(', ')})`, options);
    this.name = 'PermanentSendError';
    this.topic = topic;
    this.partition = partition;
    this.bytes = bytes;
  }
}

/** The producer was closed first. Whether the records reached the log is unknown: send them again with another producer. */
export class ProducerClosedError extends Error {
  constructor() {
    super('Kafka producer closed before the broker acknowledged every record: send them again');
    this.name = 'ProducerClosedError';
  }
}

// Answers that belong to the record or its topic. Everything else (leaders moving, replicas missing, timeouts, producer
// state lost, the login of the whole client) is about the cluster's present condition and is tried again.
const refusals = new Map<string, string>([
  ['MESSAGE_TOO_LARGE', 'larger than max.message.bytes of the topic'],
  ['RECORD_LIST_TOO_LARGE', 'larger than a segment of the topic'],
  ['INVALID_TOPIC_EXCEPTION', 'no legal topic name'],
  ['TOPIC_AUTHORIZATION_FAILED', 'this client may not write there'],
  ['INVALID_TIMESTAMP', 'timestamp outside what the topic accepts'],
  ['UNSUPPORTED_FOR_MESSAGE_FORMAT', 'record format not supported by the topic'],
  ['INVALID_RECORD', 'record rejected by the topic rules'],
]);

/** The protocol's name for an error (such as `MESSAGE_TOO_LARGE`), however deep the client library wrapped it. */
export function protocolErrorType(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('type' in e && typeof e.type === 'string') return e.type;
  }
  return undefined;
}

/** Why sending again cannot help, or undefined when it may. */
export function refusalReason(error: unknown): string | undefined {
  return refusals.get(protocolErrorType(error) ?? '');
}
