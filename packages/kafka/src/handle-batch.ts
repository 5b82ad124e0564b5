import { Backoff } from '@lianban/backoff';
import type { FetchedBatch } from './kafkajs-consumer';
import { whileBeating } from './heartbeat';
import type { KafkaLog } from './kafka-logger';
import type { KafkaMetrics } from './kafka-metrics';
import type { OffsetCommitter } from './offset-committer';
import type { IncomingRecord } from '@lianban/record';
import type { ProgressKeeper } from './progress';

export interface ChunkContext {
  /** Aborts when the partition is about to go or the service stops: finish or give up soon, start no new waiting. */
  signal: AbortSignal;
  /** To be called while waiting for something that is down, so that waiting is not taken for hanging. */
  stillAlive: () => void;
}

/**
 * Handles records of one partition, in order. Resolved means all of them are dealt with. Rejected means none counts as
 * dealt with: the same records come again, after a pause. Chunks of different partitions run side by side.
 */
export type OnChunk = (records: readonly IncomingRecord[], context: ChunkContext) => Promise<void>;

export interface BatchHandling {
  groupId: string;
  onChunk: OnChunk;
  /** Resolves when the present assignment is known to all who need to know before records of it are handled. */
  assignmentSettled: () => Promise<void>;
  chunkRecords: number;
  heartbeatMs: number;
  minBackOffMs: number;
  maxBackOffMs: number;
  stopping: AbortSignal;
  committer: OffsetCommitter;
  progress: ProgressKeeper;
  log: KafkaLog;
  metrics: KafkaMetrics;
}

/**
 * Hands a fetched batch on in chunks, each tried until it is handled. Ends early when the member stops, or loses touch
 * with its group; what was not handled is not resolved and comes again, here or elsewhere. Nothing the handler throws
 * gets out: kafkajs would take a TypeError for the end of the consumer.
 * @throws only what the heartbeat threw, which the library needs in order to join the group again
 */
export async function handleBatch(batch: FetchedBatch, handling: BatchHandling): Promise<void> {
  const { stopping, committer } = handling;
  const ending = new AbortController();
  const end = () => ending.abort();
  stopping.addEventListener('abort', end, { once: true });
  if (stopping.aborted) end();
  let lost: { error: unknown } | undefined;
  const onLost = (error: unknown) => {
    lost = { error };
    end();
  };
  try {
    const heart = { beat: () => batch.heartbeat(), everyMs: handling.heartbeatMs, onLost };
    await whileBeating(heart, () => handleChunks(batch, handling, ending.signal));
  } finally {
    stopping.removeEventListener('abort', end);
  }
  if (lost === undefined) return;
  await committer.flush((offsets) => batch.commit(offsets));
  throw lost.error;
}

async function handleChunks(batch: FetchedBatch, handling: BatchHandling, ending: AbortSignal): Promise<void> {
  const { topic, partition, records, end } = batch;
  const { progress, committer, chunkRecords } = handling;
  for (let from = 0; from < records.length; from += chunkRecords) {
    const chunk = records.slice(from, from + chunkRecords);
    const [first, last] = [chunk[0], chunk.at(-1)];
    if (first === undefined || last === undefined) return;
    progress.reached(topic, partition, { next: first.offset, end, oldestUnhandledAt: first.timestamp });
    if (!(await untilHandled(chunk, batch, handling, ending))) return;
    const next = String(BigInt(last.offset) + 1n);
    progress.reached(topic, partition, { next, end, oldestUnhandledAt: records[from + chunkRecords]?.timestamp });
    if (!resolved(batch, last.offset)) return;
    committer.handled(topic, partition, next);
  }
}

/** False when it was given up because the batch ends. */
async function untilHandled(
  chunk: readonly IncomingRecord[],
  batch: FetchedBatch,
  { onChunk, assignmentSettled, groupId, minBackOffMs, maxBackOffMs, progress, log, metrics }: BatchHandling,
  ending: AbortSignal,
): Promise<boolean> {
  const { topic, partition } = batch;
  const backoff = new Backoff(minBackOffMs, maxBackOffMs);
  for (let attempt = 1; !ending.aborted && batch.isCurrent(); attempt += 1) {
    const startedAt = performance.now();
    progress.alive();
    try {
      await assignmentSettled();
      await onChunk(chunk, { signal: ending, stillAlive: () => progress.alive() });
      progress.alive();
      metrics.chunkDuration(topic, groupId, (performance.now() - startedAt) / 1_000);
      metrics.recordsHandled(topic, groupId, chunk.length);
      return true;
    } catch (error) {
      progress.alive();
      if (ending.aborted) break;
      metrics.chunkRetried(topic, groupId);
      const fields = { err: error, topic, partition, offset: chunk[0]?.offset, records: chunk.length, attempt };
      log.warn(fields, 'Kafka records not handled: trying again');
      await backoff.wait(ending);
    }
  }
  return false;
}

/** False when the partition is no longer this member's: whoever reads it now gets the records again. */
function resolved(batch: FetchedBatch, offset: string): boolean {
  try {
    batch.resolve(offset);
    return true;
  } catch {
    return false;
  }
}
