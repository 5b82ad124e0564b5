import type { Assigned, IncomingRecord } from '@lianban/record';
import type { Database, ParkedKey } from '@lianban/engine';
import type { Log } from '@lianban/telemetry';

export const parkedId = (topic: string, key: string): string => `${topic}/${key}`;

/** Tries a parked record again; true when it need not be parked any more. */
export type Retry = (record: IncomingRecord, isGivenUp: boolean) => Promise<boolean>;

/**
 * Keys with a record that cannot be applied. The records of such a key wait in the database, in order, while all other keys
 * flow. An operator who has fixed the cause releases the key; its records are then applied in order, before newer ones.
 */
export class ParkingLot {
  private keys = new Set<string>();
  private assigned: Assigned = new Map();

  constructor(
    private readonly db: Database,
    private readonly log: Log,
  ) {}

  /** How many keys are parked, as far as this process knows; complete for its own partitions. */
  get size(): number {
    return this.keys.size;
  }

  holds(topic: string, key: string): boolean {
    return this.keys.size > 0 && this.keys.has(parkedId(topic, key));
  }

  /** After a rebalance this process may own keys that another process parked. */
  async reload(assigned: Assigned): Promise<void> {
    const before = this.keys;
    // A key parked while the database is being read goes into the new set, too.
    const parkedMeanwhile = (this.keys = new Set(before));
    const found = await this.db.parked.find({}, { projection: { _id: 1 } }).toArray();
    const added = [...parkedMeanwhile].filter((key) => !before.has(key));
    this.keys = new Set([...found.map(({ _id }) => _id), ...added]);
    this.assigned = assigned;
  }

  /** Parks the key of a record that cannot be applied, or adds the record to a parked key. */
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

  /** Adds a record to its parked key; false when the key has been released meanwhile. */
  async queue(record: IncomingRecord): Promise<boolean> {
    const _id = parkedId(record.topic, record.key ?? '');
    if (await this.append(_id, record)) return true;
    this.keys.delete(_id);
    return false;
  }

  /** A record that is there already is not added again. */
  private async append(_id: string, { offset, timestamp, value, headers }: IncomingRecord): Promise<boolean> {
    const kept = { offset, timestamp, value: value ?? null, headers };
    await this.db.parked.updateOne({ _id, 'records.offset': { $ne: offset } }, { $push: { records: kept } });
    return (await this.db.parked.countDocuments({ _id, 'records.offset': offset }, { limit: 1 })) === 1;
  }

  /** Applies released keys of this process's partitions. A record that fails again stops its key. */
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

  /** In passes: a missing predecessor may be parked behind the record that lacked it. */
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
  // The driver returns binary fields in a wrapper of its own.
  const bytes = record.value as unknown as { buffer: Uint8Array } | null;
  return { topic, partition, key, offset, timestamp, headers, value: bytes ? Buffer.from(bytes.buffer) : undefined };
}
