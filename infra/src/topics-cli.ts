import { runCommand, Problem } from './problem';
import { brokerSecurity } from './topics/broker-security';
import { describeAccess, ensureAccess } from './topics/ensure-access';
import { describeTopics, ensureTopics } from './topics/ensure-topics';
import { checkout } from './folders';
import { cityTopics } from './topics/city-topics';
import { readTopicList } from './topics/topic-list';

/**
 * Creates the topics that the manifests of the services declare, and adds partitions, at KAFKA_BROKERS.
 * KAFKA_TLS, KAFKA_CA, KAFKA_SASL_… say how to sign in, as for a service. KAFKA_TOPIC_PREFIX puts a prefix before every
 * name, KAFKA_TOPIC_REPLICAS is the number of copies of new topics (1), KAFKA_TOPIC_LIST a file with another list.
 * REQUESTS_HEARD_ON=own takes the access to applications.v1 from departments, once each hears the topic of its own.
 * KAFKA_USER_PATTERN, as in lianban-{service}, also grants each service, as that user, the permissions the list declares.
 */
runCommand(async () => {
  const brokers = process.env['KAFKA_BROKERS'];
  if (!brokers) throw new Problem('KAFKA_BROKERS is not set: give HOST:PORT of the broker, several with commas');
  const replicas = Number(process.env['KAFKA_TOPIC_REPLICAS'] || 1);
  if (!Number.isInteger(replicas) || replicas < 1)
    throw new Problem(`KAFKA_TOPIC_REPLICAS=${process.env['KAFKA_TOPIC_REPLICAS']} is not a number of copies`);
  const security = brokerSecurity(process.env);
  const prefix = process.env['KAFKA_TOPIC_PREFIX'] ?? '';
  const file = process.env['KAFKA_TOPIC_LIST'];
  const heardOn = process.env['REQUESTS_HEARD_ON'] || 'shared';
  if (heardOn !== 'own' && heardOn !== 'shared') throw new Problem(`REQUESTS_HEARD_ON=${heardOn} is not own or shared`);
  const list = file ? readTopicList(file) : cityTopics(checkout, heardOn);
  const report = await ensureTopics(brokers, { prefix, replicas, list, security });
  for (const line of describeTopics(report)) console.log(line);
  const pattern = process.env['KAFKA_USER_PATTERN'];
  if (!pattern) return;
  const access = await ensureAccess(brokers, { pattern, prefix, list, security });
  for (const line of describeAccess(access)) console.log(line);
});
