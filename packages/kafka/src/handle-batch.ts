import { Backoff } from '@lianban/backoff';
import type { IncomingRecord } from '@lianban/record';
import { counters, histograms } from '@lianban/telemetry';
import type { KafkaLog } from './kafka-logger';
import { type FetchedBatch, heartbeatMs } from './kafkajs-consumer';
import type { OffsetCommitter } from './offset-committer';
import type { ProgressTracker } from './progress';

/** Records of one chunk, at most, where the consumer says nothing else. */
export const defaultChunkRecords = 500;

export interface ChunkContext {
  /** Aborts when the partition is about to be revoked or the service stops: finish or give up soon. */
  signal: AbortSignal;
  /** Call it while waiting for a server that is down, so that the liveness probe does not take the wait for a hang. */
  stillAlive: () => void;
}

/**
 * Handles records of one partition, in order. When it resolves, all of them count as handled; when it rejects, none does,
 * and the same records come again after a pause. Chunks of different partitions run concurrently.
 */
export type OnChunk = (records: readonly IncomingRecord[], context: ChunkContext) => Promise<void>;

export interface BatchHandling {
  groupId: string;
  onChunk: OnChunk;
  chunkRecords: number;
  /** Resolves when every listener has dealt with the current assignment. No record is handled before. */
  assignmentSettled: () => Promise<void>;
  stopping: AbortSignal;
  committer: OffsetCommitter;
  tracker: ProgressTracker;
  log: KafkaLog;
}

/**
 * Handles a fetched batch chunk by chunk, each retried until it is handled. Ends early when the consumer stops or a
 * heartbeat fails; records that were not handled are not resolved and come again, here or in another process. Errors of
 * the handler do not leave this function: kafkajs ends the consumer on a TypeError.
 * @throws only the error of the heartbeat, which kafkajs needs in order to join the group again
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
  const stopHeartbeat = startHeartbeat(() => batch.heartbeat(), onLost);
  try {
    await handleChunks(batch, handling, ending.signal);
  } finally {
    stopHeartbeat();
    stopping.removeEventListener('abort', end);
  }
  if (lost === undefined) return;
  await committer.flush((offsets) => batch.commit(offsets));
  throw lost.error;
}

/**
 * Sends heartbeats while a batch is handled. kafkajs sends them only between batches, so a batch that takes long (the
 * database is down, the chunk is retried) would lose the partition. `onLost` gets the first error: the broker has removed
 * this member, or does not answer.
 */
function startHeartbeat(beat: () => Promise<void>, onLost: (error: unknown) => void): () => void {
  let isBeating = false;
  const timer = setInterval(() => {
    if (isBeating) return;
    isBeating = true;
    beat().then(
      () => {
        isBeating = false;
      },
      (error: unknown) => {
        clearInterval(timer);
        onLost(error);
      },
    );
  }, heartbeatMs);
  // A handler that hangs must not keep a stopped process alive.
  timer.unref();
  return () => clearInterval(timer);
}

async function handleChunks(batch: FetchedBatch, handling: BatchHandling, ending: AbortSignal): Promise<void> {
  const { topic, partition, records, end } = batch;
  const { tracker, committer, chunkRecords } = handling;
  for (let from = 0; from < records.length; from += chunkRecords) {
    const chunk = records.slice(from, from + chunkRecords);
    const [first, last] = [chunk[0], chunk.at(-1)];
    if (first === undefined || last === undefined) return;
    tracker.reached(topic, partition, { next: first.offset, end, oldestUnhandledAt: first.timestamp });
    if (!(await untilHandled(chunk, batch, handling, ending))) return;
    const next = String(BigInt(last.offset) + 1n);
    tracker.reached(topic, partition, { next, end, oldestUnhandledAt: records[from + chunkRecords]?.timestamp });
    if (!resolved(batch, last.offset)) return;
    committer.handled(topic, partition, next);
  }
}

/** Retries until the chunk is handled. False when it gave up because the batch ends. */
async function untilHandled(
  chunk: readonly IncomingRecord[],
  batch: FetchedBatch,
  { onChunk, assignmentSettled, groupId, tracker, log }: BatchHandling,
  ending: AbortSignal,
): Promise<boolean> {
  const { topic, partition } = batch;
  const attributes = { topic, group: groupId };
  const backoff = new Backoff(50, 10_000);
  for (let attempt = 1; !ending.aborted && batch.isCurrent(); attempt += 1) {
    const startedAt = performance.now();
    tracker.alive();
    try {
      await assignmentSettled();
      await onChunk(chunk, { signal: ending, stillAlive: () => tracker.alive() });
      tracker.alive();
      histograms.chunk().record(performance.now() - startedAt, attributes);
      return true;
    } catch (error) {
      tracker.alive();
      if (ending.aborted) break;
      counters.chunkRetries().add(1, attributes);
      const fields = { err: error, topic, partition, offset: chunk[0]?.offset, records: chunk.length, attempt };
      log.warn(fields, 'Kafka records not handled: trying again');
      await backoff.wait(ending);
    }
  }
  return false;
}

/** False when the partition is no longer assigned: its next reader gets the records again. */
function resolved(batch: FetchedBatch, offset: string): boolean {
  try {
    batch.resolve(offset);
    return true;
  } catch {
    return false;
  }
}
