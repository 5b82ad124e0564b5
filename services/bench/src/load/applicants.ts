import { randomUUID } from 'node:crypto';
import { kafkaClient } from '../kafka';
import { Endings } from './endings';
import { openDoor } from './post';
import type { Subject } from './subject';

export interface Applicants {
  /** Applies and resolves when the application has ended. @throws when it was not taken */
  apply(): Promise<void>;
  /** How the applications heard of so far ended. */
  readonly outcomes: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

/** Those who apply, and hear of the end from the topic as any outside consumer would. */
export async function applicantsOf(subject: Subject, brokers: string): Promise<Applicants> {
  const endings = new Endings();
  const outcomes: Record<string, number> = {};
  const consumer = kafkaClient(brokers, 'bench').consumer({ groupId: `bench-${randomUUID()}`, maxWaitTimeInMs: 100 });
  const joined = new Promise((resolve) => consumer.on('consumer.group_join', resolve));
  await consumer.connect();
  await consumer.subscribe({ topic: subject.endings.topic, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    partitionsConsumedConcurrently: 6,
    eachBatch: async ({ batch }) => {
      for (const record of batch.messages) {
        const end = subject.endings.read(record);
        if (!end) continue;
        outcomes[end.how] = (outcomes[end.how] ?? 0) + 1;
        endings.ended(end.number);
      }
    },
  });
  await joined;
  const door = openDoor(subject.port, subject.path);
  return {
    outcomes,
    apply: async () => endings.of(await door.post(subject.next())),
    close: async () => {
      door.close();
      await consumer.disconnect();
    },
  };
}
