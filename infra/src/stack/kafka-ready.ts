import { Kafka, type KafkaConfig, logLevel } from 'kafkajs';
import { pollUntil } from '../poll';
import { messageOf, Problem } from '../problem';

/** TLS and SASL settings; contains secrets. */
export type BrokerSecurity = Pick<KafkaConfig, 'ssl' | 'sasl'>;

/** An admin client that logs nothing; its errors are thrown to the caller. */
export function adminClient(brokers: string, retries: number, security: BrokerSecurity = {}): Kafka {
  return new Kafka({
    ...security,
    clientId: 'lianban-infra',
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
    connectionTimeout: 3_000,
    retry: { retries, initialRetryTime: 100 },
  });
}

/**
 * Waits until a broker answers for a cluster of `count` brokers.
 * @throws Problem with the last error; at once when the broker has ended
 */
export async function readyKafka(
  brokers: string,
  {
    stillComing = () => true,
    withinMs = 60_000,
    count = 1,
    security = {},
  }: { stillComing?: () => boolean; withinMs?: number; count?: number; security?: BrokerSecurity } = {},
): Promise<void> {
  let reason = 'it does not answer';
  const attempt = async () => {
    if (!stillComing()) throw new Problem('Kafka ended while starting');
    const admin = adminClient(brokers, 0, security).admin();
    try {
      await admin.connect();
      const { brokers: members, controller } = await admin.describeCluster();
      if (members.length >= count && controller !== null && controller >= 0) return true;
      reason = `${members.length} of ${count} brokers, controller ${controller}`;
    } catch (error) {
      reason = messageOf(error);
    } finally {
      await admin.disconnect();
    }
    return undefined;
  };
  if (!(await pollUntil(attempt, { withinMs }))) throw new Problem(`Kafka at ${brokers} is not ready: ${reason}`);
}
