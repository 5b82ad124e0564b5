import type { Assigned, IncomingRecord } from '@lianban/record';
import type { Database, ParkedKey } from './database';
import type { Log } from '@lianban/telemetry';

export const parkedId = (topic: string, key: string): string => `${topic}/${key}`;

/** What the records of one key are tried again with; answers true when the record needs no parking any more. */
export type Retry = (record: IncomingRecord, isGivenUp: boolean) => Promise<boolean>;

/**
 * Keys that cannot go on. Their records wait in the database, in order, while every other key flows; an operator who has
 * mended the cause releases a key, and its records are applied in order before anything newer.
 */
export class Parking {
  private keys = new Set<string>();
  private assigned: Assigned = new Map();

  constructor(
    private readonly db: Database,
    private readonly log: Log,
  ) {}

  /** How many keys are parked, as far as this process knows: its own partitions' for certain. */
  get size(): number {
    return this.keys.size;
  }

  holds(topic: string, key: string): boolean {
    return this.keys.size > 0 && this.keys.has(parkedId(topic, key));
  }

  /** After a rebalance this process may own keys that another one parked. */
  async reload(assigned: Assigned): Promise<void> {
    const before = this.keys;
    // What is parked while the database is being read goes into the new set too.
    const parkedMeanwhile = (this.keys = new Set(before));
    const found = await this.db.parked.find({}, { projection: { _id: 1 } }).toArray();
    const added = [...parkedMeanwhile].filter((key) => !before.has(key));
    this.keys = new Set([...found.map(({ _id }) => _id), ...added]);
    this.assigned = assigned;
  }

  /** Parks the key of a record that cannot be applied, or puts the record behind what the key already has. */
  async park(record: IncomingRecord, reason: string): Promise<void> {
    const { topic, partition, key = '' } = record;
    const _id = parkedId(topic, key);
    await this.db.parked.updateOne(
      { _id },
      { $setOnInsert: { topic, partition, key, reason, at: new Date(), records: [] } },
      { upsert: true },
    );
    await this.append(_id, record);
    this.keys.add(_id);
    this.log.error({ topic, key, offset: record.offset, reason }, 'key parked');
  }

  /** Puts a record behind what its key already has; false when the key has been released meanwhile. */
  async queue(record: IncomingRecord): Promise<boolean> {
    const _id = parkedId(record.topic, record.key ?? '');
    if (await this.append(_id, record)) return true;
    this.keys.delete(_id);
    return false;
  }

  /** The same record twice stays one. */
  private async append(_id: string, { offset, timestamp, value, headers }: IncomingRecord): Promise<boolean> {
    const kept = { offset, timestamp, value: value ?? null, headers };
    await this.db.parked.updateOne({ _id, 'records.offset': { $ne: offset } }, { $push: { records: kept } });
    return (await this.db.parked.countDocuments({ _id, 'records.offset': offset }, { limit: 1 })) === 1;
  }

  /** Applies what operators released in our partitions. A record that fails again stops its key. */
  async drain(retry: Retry): Promise<void> {
    if (this.keys.size === 0) return;
    for (const parked of await this.db.parked.find({ _id: { $in: [...this.keys] }, release: true }).toArray()) {
      if (!this.assigned.get(parked.topic)?.includes(parked.partition)) continue;
      if (await this.drainKey(parked, retry)) {
        this.keys.delete(parked._id);
        this.log.info({ topic: parked.topic, key: parked.key }, 'key released');
      } else {
        await this.db.parked.updateOne({ _id: parked._id }, { $unset: { release: '' } });
        this.log.error({ topic: parked.topic, key: parked.key }, 'key released but stuck again');
      }
    }
  }

  /** In passes, because a missing predecessor may stand behind the record that missed it. */
  private async drainKey(parked: ParkedKey, retry: Retry): Promise<boolean> {
    const { _id } = parked;
    for (;;) {
      const current = await this.db.parked.findOne({ _id });
      if (!current) return true;
      if (current.records.length === 0) {
        if ((await this.db.parked.deleteOne({ _id, records: { $size: 0 } })).deletedCount === 1) return true;
        continue;
      }
      let applied = 0;
      for (const record of current.records) {
        const isGivenUp = current.skip?.includes(record.offset) ?? false;
        if (!(await retry(toIncoming(parked, record), isGivenUp))) continue;
        await this.db.parked.updateOne({ _id }, { $pull: { records: { offset: record.offset } } });
        applied++;
      }
      if (applied === 0) return false;
    }
  }
}

function toIncoming({ topic, partition, key }: ParkedKey, record: ParkedKey['records'][number]): IncomingRecord {
  const { offset, timestamp, headers } = record;
  // The driver hands binary fields back in its own wrapper.
  const bytes = record.value as unknown as { buffer: Uint8Array } | null;
  return { topic, partition, key, offset, timestamp, headers, value: bytes ? Buffer.from(bytes.buffer) : undefined };
}
