import type { OutgoingRecord } from '@lianban/record';

/** One call of `send`. */
interface Call {
  unsettled: number;
  resolve: () => void;
  reject: (error: Error) => void;
}

export interface QueuedRecord {
  record: OutgoingRecord;
  bytes: number;
  call: Call;
}

export interface BatchLimits {
  records: number;
  bytes: number;
}

/** Upper bound of a record's size on the wire, in bytes: contents, lengths, offsets and timestamp. */
export function recordBytes({ key, value, headers, contents }: OutgoingRecord): number {
  if (contents) return 32 + contents.length;
  let bytes = 32 + Buffer.byteLength(key) + value.length;
  for (const [name, text] of Object.entries(headers)) bytes += 10 + Buffer.byteLength(name) + Buffer.byteLength(text);
  return bytes;
}

/** Records that wait for their acknowledgement, in the order they were sent. A call settles with its last record. */
export class SendQueue {
  private items: QueuedRecord[] = [];

  get length(): number {
    return this.items.length;
  }

  add(records: readonly OutgoingRecord[]): Promise<void> {
    if (records.length === 0) return Promise.resolve();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const call: Call = { unsettled: records.length, resolve, reject };
    for (const record of records) this.items.push({ record, bytes: recordBytes(record), call });
    return promise;
  }

  /** The first records that fit into one batch; always at least one. They stay queued until acknowledged. */
  head({ records, bytes }: BatchLimits): QueuedRecord[] {
    let count = 0;
    let sum = 0;
    for (const item of this.items) {
      sum += item.bytes;
      if (count > 0 && (count >= records || sum > bytes)) break;
      count += 1;
    }
    return this.items.slice(0, count);
  }

  /** The first `count` records are on the broker's log. */
  acknowledge(count: number): void {
    for (const { call } of this.items.splice(0, count)) {
      call.unsettled -= 1;
      if (call.unsettled === 0) call.resolve();
    }
  }

  /** Rejects every call that has a record for which `matches` holds, and drops the other records of these calls. */
  refuse(matches: (item: QueuedRecord) => boolean, error: Error): void {
    const calls = new Set(this.items.filter(matches).map(({ call }) => call));
    this.items = this.items.filter(({ call }) => !calls.has(call));
    for (const call of calls) call.reject(error);
  }
}
