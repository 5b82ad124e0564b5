import type { ConnectionOptions } from 'node:tls';
import './record-codec-patch';
import { Kafka, logLevel, type Admin } from 'kafkajs';
import './network-patches';
import { logCreatorFor, type KafkaLog } from './kafka-logger';

/** Addresses of the brokers, and how to sign in. */
export interface KafkaConnection {
  /** `host:port`; one broker that answers is enough to find the others. */
  brokers: readonly string[];
  clientId: string;
  ssl?: boolean | ConnectionOptions;
  sasl?: { mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'; username: string; password: string };
}

/** Longest wait for a broker's answer to one request; after it the request counts as lost. */
const requestTimeoutMs = 10_000;

/** A kafkajs client with few retries: the guarded producer and consumer retry themselves, and they tell an unknown outcome from a failure. */
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

/** Makes one admin request over its own connection: a lasting one would refresh the metadata of every topic it ever used. */
export async function askOnce<T>(kafka: Kafka, request: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await request(admin);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
