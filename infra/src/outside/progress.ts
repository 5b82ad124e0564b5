import type { Kafka } from 'kafkajs';
import { pollUntil } from '../poll';
import { Problem } from '../problem';

/** Offsets by partition. */
export type Offsets = ReadonlyMap<number, bigint>;

/**
 * Up to where a group has read a topic; nothing of a partition it has not begun. A broker that has just started knows its groups a moment
 * later, and kafkajs does not ask again. @throws Problem when it does not within a minute
 */
export async function committed(kafka: Kafka, groupId: string, topic: string): Promise<Offsets> {
  const admin = kafka.admin();
  await admin.connect();
  const ask = () => admin.fetchOffsets({ groupId, topics: [topic] }).catch(() => undefined);
  try {
    const answer = await pollUntil(ask, { withinMs: 60_000, everyMs: 300 });
    if (!answer) throw new Problem(`Kafka does not say how far ${groupId} has read ${topic}`);
    const [found] = answer;
    const begun = (found?.partitions ?? []).filter(({ offset }) => offset !== '-1');
    return new Map(begun.map(({ partition, offset }) => [partition, BigInt(offset)]));
  } finally {
    await admin.disconnect();
  }
}

/** How far a reader is whose answers come a while after what they answer. */
export class Progress {
  private readonly next = new Map<number, bigint>();
  private readonly open = new Map<number, Set<bigint>>();
  private readonly told: Map<number, bigint>;

  /** @param answered up to where every answer was given before this start */
  constructor(private readonly answered: Offsets) {
    this.told = new Map(answered);
  }

  isAnswered(partition: number, offset: bigint): boolean {
    return offset < (this.answered.get(partition) ?? 0n);
  }

  /** @returns false for what was read before */
  read(partition: number, offset: bigint): boolean {
    if (offset < (this.next.get(partition) ?? 0n)) return false;
    this.next.set(partition, offset + 1n);
    return true;
  }

  /** Something is answered later. @returns what to call when it was */
  begin(partition: number, offset: bigint): () => void {
    const waiting = this.open.get(partition) ?? new Set<bigint>();
    this.open.set(partition, waiting.add(offset));
    return () => void waiting.delete(offset);
  }

  /** The offsets up to which everything is answered, where they have moved since the last time. */
  changed(): readonly { readonly partition: number; readonly offset: string }[] {
    return [...this.next].flatMap(([partition, next]) => {
      const offset = [...(this.open.get(partition) ?? [])].reduce((least, each) => (each < least ? each : least), next);
      if (offset <= (this.told.get(partition) ?? 0n)) return [];
      this.told.set(partition, offset);
      return [{ partition, offset: String(offset) }];
    });
  }
}
