/** One record on its way to Kafka. `topic` is final: whoever calls has already added any prefix. */
export interface OutgoingRecord {
  topic: string;
  /** Decides the partition (Kafka's murmur2 rule) unless `partition` is given, so records of one key stay in order. */
  key: string;
  value: Buffer;
  headers: Readonly<Record<string, string>>;
  /** Key, value and headers as they will lie on the log, when they were encoded before. */
  contents?: Buffer;
  /** Only for copies that must sit beside their original, such as a dead letter. */
  partition?: number;
}

/** Sends records, and says so only when every one of them is on the broker's log beyond doubt. */
export interface Producer {
  /**
   * Resolves when every record is acknowledged. The records of one call, and of calls made one after the other, reach
   * each partition in that order; repeats are possible, gaps and overtaking are not.
   * @throws PermanentSendError when asking again can never help (record too large, no such topic, not allowed)
   * @throws ProducerClosedError when the producer was closed before the broker had answered for all of them
   */
  send(records: readonly OutgoingRecord[]): Promise<void>;
  /** Takes no more, waits a bounded time for what was taken, then lets go of the broker. Never throws. */
  close(): Promise<void>;
}

/** One record as the broker hands it over. */
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
