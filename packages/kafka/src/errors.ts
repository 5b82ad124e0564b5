/** Where a refused record was going, for the operator; never its contents. */
export interface RefusedRecord {
  topic: string;
  partition?: number;
  bytes?: number;
}

/** The broker refuses this record however often it is sent: change the record, the topic or the permission. */
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

/** The producer was closed first. The records may or may not be on the log: send them again with another producer. */
export class ProducerClosedError extends Error {
  constructor() {
    super('Kafka producer closed before the broker acknowledged every record: send them again');
    this.name = 'ProducerClosedError';
  }
}

/** The protocol's name for an error (such as `MESSAGE_TOO_LARGE`), however deep kafkajs wrapped it. */
export function protocolErrorType(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('type' in e && typeof e.type === 'string') return e.type;
  }
  return undefined;
}

// Errors of the record or its topic. Every other error of a send (leaders moving, replicas missing, timeouts, lost producer
// state, a login that is refused) may pass, so the send is repeated.
const permanentSendErrors = new Map<string, string>([
  ['MESSAGE_TOO_LARGE', 'larger than max.message.bytes of the topic'],
  ['RECORD_LIST_TOO_LARGE', 'larger than a segment of the topic'],
  ['INVALID_TOPIC_EXCEPTION', 'no legal topic name'],
  ['TOPIC_AUTHORIZATION_FAILED', 'this client may not write there'],
  ['INVALID_TIMESTAMP', 'timestamp outside what the topic accepts'],
  ['UNSUPPORTED_FOR_MESSAGE_FORMAT', 'record format not supported by the topic'],
  ['INVALID_RECORD', 'record rejected by the topic rules'],
]);

/** Why sending again cannot help, or undefined when it may. */
export function refusalReason(error: unknown): string | undefined {
  return permanentSendErrors.get(protocolErrorType(error) ?? '');
}

const programmingErrors = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError']);

// kafkajs's own names: an unsupported compression, a broker without a request kafkajs needs, a refused login.
const fatalClientErrors = new Set([
  'KafkaJSNotImplemented',
  'KafkaJSServerDoesNotSupportApiKey',
  'KafkaJSSASLAuthenticationError',
  'KafkaJSUnsupportedMagicByteInMessageSet',
]);

const fatalBrokerErrors = new Set([
  'TOPIC_AUTHORIZATION_FAILED',
  'GROUP_AUTHORIZATION_FAILED',
  'CLUSTER_AUTHORIZATION_FAILED',
  'SASL_AUTHENTICATION_FAILED',
  'UNSUPPORTED_SASL_MECHANISM',
  'INVALID_GROUP_ID',
  'INCONSISTENT_GROUP_PROTOCOL',
  'INVALID_SESSION_TIMEOUT',
  'UNSUPPORTED_VERSION',
]);

export type CrashCause = 'outage' | 'bug' | 'fatal';

/**
 * Classifies a crash of a kafkajs consumer. `fatal`: wrong configuration or a missing permission; a restart cannot help.
 * `bug`: a programming error. kafkajs throws some when a broker goes away at a bad moment, so a few restarts are worth
 * it. Everything else is an outage. kafkajs's own `retriable` flag is not used: it calls a group coordinator that could
 * not be found while the broker was down a permanent error.
 */
export function causeOf(error: unknown): CrashCause {
  if (fatalBrokerErrors.has(protocolErrorType(error) ?? '')) return 'fatal';
  const names = namesIn(error);
  if (names.some((name) => fatalClientErrors.has(name))) return 'fatal';
  return names.some((name) => programmingErrors.has(name)) ? 'bug' : 'outage';
}

function namesIn(error: unknown): string[] {
  return error instanceof Error ? [error.name, ...namesIn(error.cause)] : [];
}

export const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
