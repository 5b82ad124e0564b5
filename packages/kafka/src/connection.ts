import type { ConnectionOptions } from 'node:tls';
import './record-codec-patch';
import { Kafka, logLevel, type Admin } from 'kafkajs';
import './reset-receive-buffer';
import './request-queue-timer';
import { logCreatorFor, type KafkaLog } from './kafka-logger';

/** How to reach the brokers. */
export interface KafkaConnection {
  /** `host:port`; one that answers is enough to find the others. */
  brokers: readonly string[];
  clientId: string;
  ssl?: boolean | ConnectionOptions;
  sasl?: { mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'; username: string; password: string };
}

/** Longest wait for one answer of a broker; after it the request counts as lost. */
const requestTimeoutMs = 10_000;

/** The library's client, set so that it gives up soon: the guards around it keep trying, and they can tell doubt from failure. */
export function kafkaClient({ brokers, clientId, ssl, sasl }: KafkaConnection, log: KafkaLog): Kafka {
  return new Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: 3_000,
    requestTimeout: requestTimeoutMs,
    retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000 },
    logLevel: logLevel.INFO,
    logCreator: logCreatorFor(log),
    ...(ssl === undefined ? {} : { ssl }),
    ...(sasl === undefined ? {} : { sasl: saslOptions(sasl) }),
  });
}

function saslOptions({ mechanism, username, password }: NonNullable<KafkaConnection['sasl']>) {
  const login = { username, password };
  switch (mechanism) {
    case 'plain':
      return { mechanism, ...login };
    case 'scram-sha-256':
      return { mechanism, ...login };
    case 'scram-sha-512':
      return { mechanism, ...login };
  }
}

/** Asks the cluster something over a connection of its own: a lasting one would ask after every topic it ever heard of. */
export async function askOnce<T>(kafka: Kafka, ask: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await ask(admin);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
