import { logLevel, type logCreator } from 'kafkajs';
import { logFieldTable } from '@lianban/telemetry';

/** A logger in pino's shape: fields first, then the message. */
export interface KafkaLog {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const plainTypes = new Set(['string', 'number', 'boolean']);

// These log every failed connection and every failed retry; the guarded producer and consumer log one line a round.
const chatty = new Set(['Connection', 'BrokerPool', 'Cluster', 'Producer', 'RequestQueue', 'Admin']);

/**
 * Passes kafkajs's log lines to `log`, at a lower level: most of its errors are retried by the guarded producer and
 * consumer, which log themselves when retrying does not help. Only plain values of catalogued fields pass, so neither a
 * protocol answer nor the contents of a record reach the log.
 */
export function logCreatorFor(log: KafkaLog): logCreator {
  return () =>
    ({ namespace, level, log: { message, ...rest } }) => {
      const plain = Object.entries(rest).filter(
        ([name, value]) => name in logFieldTable && plainTypes.has(typeof value),
      );
      const fields = { kafkajs: namespace, ...Object.fromEntries(plain) };
      if (level === logLevel.ERROR && !chatty.has(namespace)) log.warn(fields, message);
      else log.debug(fields, message);
    };
}
