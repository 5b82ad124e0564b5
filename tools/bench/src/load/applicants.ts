import { randomUUID } from 'node:crypto';
import { kafkaClient } from '../kafka';
import type { BenchServers } from '../machine/servers';
import { Endings } from './endings';
import type { ApplicantsLedger } from './ledger';
import { Patience } from './patience';
import { NotTaken, connectGateway } from './post';
import type { Subject } from './subject';

export interface Applicants {
  /** Submits, and resolves when the application has ended. @throws when it is refused */
  apply(): Promise<void>;
  /** Endings so far, by outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly ledger: ApplicantsLedger;
  /** Retries after 503. */
  readonly patience: Patience;
  /** Whether every accepted application has ended. */
  isAtRest(): boolean;
  close(): Promise<void>;
}

/** Applicants, who learn of the end from the topic like any consumer. */
export async function applicantsOf(subject: Subject, { kafkaBrokers, security }: BenchServers): Promise<Applicants> {
  const endings = new Endings();
  const outcomes: Record<string, number> = {};
  const ended = new Set<string>();
  const ledger = { taken: [] as string[], refused: 0, unknown: 0 };
  const kafka = kafkaClient(kafkaBrokers, 'bench', security);
  const consumer = kafka.consumer({ groupId: `bench-${randomUUID()}`, maxWaitTimeInMs: 100 });
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
        ended.add(end.number);
        endings.ended(end.number);
      }
    },
  });
  await joined;
  const gateway = connectGateway(subject.port, subject.path);
  const patience = new Patience();
  const post = async () => {
    try {
      const number = await patience.post(gateway, subject.next());
      ledger.taken.push(number);
      return number;
    } catch (error) {
      if (error instanceof NotTaken) ledger.refused++;
      else ledger.unknown++;
      throw error;
    }
  };
  return {
    outcomes,
    ledger,
    patience,
    isAtRest: () => ledger.taken.every((number) => ended.has(number)),
    apply: async () => endings.of(await post()),
    close: async () => {
      gateway.close();
      await consumer.disconnect();
    },
  };
}
