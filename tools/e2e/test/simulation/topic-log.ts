import type { IncomingRecord, OutgoingRecord } from '@lianban/record';
import type { Schedule } from './schedule';

/** Topics of one partition each, and the committed offsets of each group. */
export class TopicLog {
  private readonly topics = new Map<string, IncomingRecord[]>();
  private readonly committed = new Map<string, number>();

  constructor(private readonly schedule: Schedule) {}

  records(topic: string): readonly IncomingRecord[] {
    return this.topics.get(topic) ?? [];
  }

  committedOf(group: string, topic: string): number {
    return this.committed.get(`${group} ${topic}`) ?? 0;
  }

  /** Appends the records, some of them twice; the answer may be lost although all were appended. */
  send = (process: string, records: readonly OutgoingRecord[]): Promise<void> => {
    const { schedule } = this;
    return schedule.op(
      process,
      () => {
        const { crash, lostAnswer } = schedule.faults;
        if (schedule.happens((crash + lostAnswer) / 2)) {
          // The connection breaks after the first records, and the Kafka client repeats the request.
          this.append(records.slice(0, Math.ceil(schedule.chance() * records.length)));
        }
        this.append(records);
      },
      () => new Error('the broker did not answer'),
    );
  };

  private append(records: readonly OutgoingRecord[]): void {
    for (const { topic, key, value, headers } of records) {
      const log = this.topics.get(topic) ?? [];
      this.topics.set(topic, log);
      log.push({ topic, partition: 0, offset: String(log.length), key, value, headers, timestamp: Date.now() });
    }
  }

  /** The position of a group on each topic. */
  standing(process: string, group: string, topics: readonly string[]) {
    const ofTopic = (topic: string) => {
      const [next, end] = [this.committedOf(group, topic), this.records(topic).length];
      return { topic, partition: 0, next: BigInt(next), end: BigInt(end) };
    };
    const noAnswer = () => new Error('the broker did not answer');
    return this.schedule.op(process, () => topics.map(ofTopic), noAnswer);
  }

  commit(process: string, group: string, topic: string, next: number): Promise<void> {
    return this.schedule.op(
      process,
      () => void this.committed.set(`${group} ${topic}`, next),
      () => new Error('the coordinator did not answer'),
    );
  }
}
