import type { KafkajsConsumer, ConsumerHooks, ConsumerLibrary, FetchedBatch } from '../src/kafkajs-consumer';
import type { CommitOffset } from '../src/offset-committer';
import type { IncomingRecord } from '@lianban/record';

/** One consumer as the library would make it, played by the test. */
export interface FakeConsumer {
  hooks: ConsumerHooks;
  committed: CommitOffset[];
  closed: boolean;
}

/** A library whose consumers do what the test says; `failStarts` of them cannot connect first. */
export function fakeConsumers(failStarts: Error[] = []) {
  const made: FakeConsumer[] = [];
  const library: ConsumerLibrary = (hooks): KafkajsConsumer => {
    const consumer: FakeConsumer = { hooks, committed: [], closed: false };
    made.push(consumer);
    return {
      start: async () => {
        const failure = failStarts.shift();
        if (failure) throw failure;
        hooks.onJoined(new Map([['t', [0]]]));
      },
      commit: async (offsets) => {
        consumer.committed.push(...offsets);
      },
      close: async () => {
        consumer.closed = true;
      },
    };
  };
  return { library, made };
}

export interface FakeBatch extends FetchedBatch {
  resolved: string[];
  committed: CommitOffset[];
  beats: number;
}

/** Records `from` and on of partition `t[0]`, whose values are their offsets. */
export function fakeBatch(count: number, from = 0): FakeBatch {
  const records = Array.from({ length: count }, (_, i): IncomingRecord => {
    const offset = String(from + i);
    return {
      topic: 't',
      partition: 0,
      offset,
      key: 'k',
      value: Buffer.from(offset),
      headers: {},
      timestamp: 1_000 + i,
    };
  });
  const batch: FakeBatch = {
    ...{ topic: 't', partition: 0, records, end: String(from + count), resolved: [], committed: [], beats: 0 },
    heartbeat: async () => {
      batch.beats += 1;
    },
    resolve: (offset) => {
      batch.resolved.push(offset);
    },
    commit: async (offsets) => {
      batch.committed.push(...offsets);
    },
    isCurrent: () => true,
  };
  return batch;
}
