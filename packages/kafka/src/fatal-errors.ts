import { protocolErrorType } from './send-errors';

const programming = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError']);

// kafkajs' own names: a compression it cannot read, a broker without a request it needs, a login that is refused.
const clientSide = new Set([
  'KafkaJSNotImplemented',
  'KafkaJSServerDoesNotSupportApiKey',
  'KafkaJSSASLAuthenticationError',
  'KafkaJSUnsupportedMagicByteInMessageSet',
]);

const brokerSide = new Set([
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
 * What a crash of the library's consumer calls for. `fatal`: wrong configuration or missing permission, no waiting
 * helps. `bug`: an error of programming, which kafkajs also has when a broker goes away at a bad moment, so another
 * consumer deserves a try. All else is an outage; kafkajs' own `retriable` is no help, it calls a coordinator that could
 * not be found while the broker was down an error for ever.
 */
export function causeOf(error: unknown): CrashCause {
  if (brokerSide.has(protocolErrorType(error) ?? '')) return 'fatal';
  const names = namesIn(error);
  if (names.some((name) => clientSide.has(name))) return 'fatal';
  return names.some((name) => programming.has(name)) ? 'bug' : 'outage';
}

function namesIn(error: unknown): string[] {
  return error instanceof Error ? [error.name, ...namesIn(error.cause)] : [];
}
