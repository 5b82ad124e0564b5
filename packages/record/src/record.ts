/** A record to be sent to Kafka. `topic` includes the prefix. */
export interface OutgoingRecord {
  topic: string;
  /** Decides the partition (Kafka's murmur2 rule) unless `partition` is given, so records of one key stay in order. */
  key: string;
  value: Buffer;
  headers: Readonly<Record<string, string>>;
  /** Key, value and headers in the log's format, if they are already encoded. */
  contents?: Buffer;
  /** Only for what must be in the partition of its original: a record that operators send again. */
  partition?: number;
}

/** A record received from Kafka. */
export interface IncomingRecord {
  topic: string;
  partition: number;
  /** A 64-bit number in decimal: compare as BigInt. */
  offset: string;
  key: string | undefined;
  /** `undefined` for a tombstone. */
  value: Buffer | undefined;
  headers: Readonly<Record<string, string>>;
  /** Milliseconds since 1970, as the producer (or the broker, by topic configuration) stamped it. */
  timestamp: number;
}

/** Partitions by topic. */
export type Assigned = ReadonlyMap<string, readonly number[]>;

/** The position of a consumer group in one partition. */
export interface GroupOffset {
  topic: string;
  partition: number;
  /** The offset the group reads next, and the offset the next record of the log gets. */
  next: bigint;
  end: bigint;
}
