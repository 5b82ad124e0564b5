// Prints what the permits department says, as it says it: node examples/consume-permits.ts
import { messageTypeRegistry } from '@lianban/protos';
import { Kafka, logLevel } from 'kafkajs';

const brokers = (process.env['KAFKA_BROKERS'] ?? '127.0.0.1:9192').split(',');
const topic = `${process.env['KAFKA_TOPIC_PREFIX'] ?? ''}permits.v1`;

// The group is yours alone: Kafka remembers how far it has read.
const kafka = new Kafka({ clientId: 'my-department', brokers, logLevel: logLevel.ERROR });
const consumer = kafka.consumer({ groupId: process.env['GROUP'] ?? 'my-department' });

// The last sequence by subject. Keep it in your database, in the same transaction as what the record changes there.
const seen = new Map<string, number>();

process.once('SIGINT', () => void consumer.disconnect());
await consumer.connect();
await consumer.subscribe({ topics: [topic], fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message: { key, value, headers = {} } }) => {
    const header = (name: string) => headers[name]?.toString() ?? '';
    const [type, subject, sequence] = [header('ce_type'), header('ce_subject'), Number(header('ce_sequence'))];
    const last = seen.get(subject);
    if (last !== undefined && sequence <= last) return; // it was sent again
    if (last !== undefined && sequence > last + 1) throw new Error(`${subject}: ${last} is followed by ${sequence}`);
    const codec = messageTypeRegistry.get(type);
    const message = codec && value ? codec.toJSON(codec.decode(value)) : 'a type this program does not know yet';
    console.log(key?.toString(), type, JSON.stringify(message));
    seen.set(subject, sequence);
  },
});
