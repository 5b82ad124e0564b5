import type { OutgoingRecord } from '@lianban/record';

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
