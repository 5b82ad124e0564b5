import { Backoff, pause, within } from '@lianban/backoff';
import type { Assigned, GroupOffset } from '@lianban/record';
import { counters } from '@lianban/telemetry';
import { type KafkaAdmin, kafkaAdmin } from './admin';
import { Assignment, type OnAssigned } from './assignment';
import type { KafkaConnection } from './connection';
import { ConsumerSession } from './consumer-session';
import { asError, causeOf } from './errors';
import { defaultChunkRecords, handleBatch, type OnChunk } from './handle-batch';
import type { KafkaLog } from './kafka-logger';
import { type ConsumerLibrary, kafkajsConsumers } from './kafkajs-consumer';
import { OffsetCommitter } from './offset-committer';
import { PresentTopics, lookAgainMs } from './present-topics';
import { type ConsumerProgress, ProgressTracker } from './progress';

export interface ConsumerOptions {
  connection: KafkaConnection;
  groupId: string;
  topics: readonly string[];
  onChunk: OnChunk;
  /** Records of one chunk, at most: 500 unless said. */
  chunkRecords?: number;
  /** Consuming has ended for good: configuration, permission or a bug. The process should exit and be started again. */
  onFatal: (error: Error) => void;
  /** Called with the topics that do not exist, whenever that changes. The others are read meanwhile. */
  onMissing?: (topics: readonly string[]) => void;
  log: KafkaLog;
  /** Longest wait for the chunks in progress on stopping, and again for leaving the group. */
  stopTimeoutMs: number;
  /** kafkajs unless a test brings its own, whose topics all exist. */
  library?: ConsumerLibrary;
}

export interface Consumer {
  /** Begins, and keeps trying for as long as the broker is down. */
  start(): void;
  /** Finishes the chunks in progress, commits, leaves the group. Never throws, and takes a bounded time. */
  stop(): Promise<void>;
  /** Resolves when it has joined its group for the first time. */
  readonly joined: Promise<void>;
  /** Whether it is a member of its group now. */
  isJoined(): boolean;
  progress(): ConsumerProgress;
  /** Where its group stands in those of its topics that exist; undefined while it is not certain which do. Asks the broker. */
  groupOffsets(): Promise<readonly GroupOffset[] | undefined>;
  /**
   * Calls `listener` with the partitions of this member after every assignment. No record is handled until the listener
   * has resolved; if it rejects, it is called again. Register before `start`.
   */
  onAssigned(listener: OnAssigned): void;
  /** Reads these topics as well. */
  follow(topics: readonly string[]): void;
}

/** A session that lived so long was healthy: the next crash counts as the first. */
const healthyAfterMs = 60_000;
/** Crashes by programming errors in a row after which the consumer ends for good. */
const bugsAllowed = 5;

/**
 * A consumer that survives outages. While the broker or the handler is down it retries in place and keeps its heartbeat;
 * a kafkajs consumer that dies is replaced. Topics are read from the beginning where the group has no offset. After a
 * crash or a rebalance the same record may be handled again, but in order: records of a key never overtake each other.
 */
export function guardedConsumer(options: ConsumerOptions): Consumer {
  return new GuardedConsumer(options);
}

class GuardedConsumer implements Consumer {
  private readonly library: ConsumerLibrary;
  private readonly assignment = new Assignment();
  private readonly tracker = new ProgressTracker();
  private readonly committer: OffsetCommitter;
  private readonly present: PresentTopics;
  private readonly admin: KafkaAdmin;
  private readonly stopping = new AbortController();
  private readonly firstJoin = Promise.withResolvers<void>();
  private isMember = false;
  private session: ConsumerSession | undefined;
  private supervision: Promise<void> | undefined;

  constructor(private readonly options: ConsumerOptions) {
    const { connection, groupId, topics, log, library, onMissing = () => undefined } = options;
    this.library = library ?? kafkajsConsumers(connection, log, groupId);
    this.admin = kafkaAdmin(connection, log);
    const missing = library ? async () => Promise.resolve([]) : this.admin.missing;
    this.present = new PresentTopics({ topics, missing, onMissing });
    const commit: ConsumerSession['commit'] = async (offsets) => this.session?.commit(offsets);
    this.committer = new OffsetCommitter(commit, log);
  }

  get joined(): Promise<void> {
    return this.firstJoin.promise;
  }

  start(): void {
    this.supervision ??= this.supervise();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.supervision;
  }

  isJoined(): boolean {
    return this.isMember;
  }

  progress(): ConsumerProgress {
    return this.tracker.read(this.assignment.partitionCount);
  }

  async groupOffsets(): Promise<readonly GroupOffset[] | undefined> {
    const { certain } = this.present;
    return certain && this.admin.groupOffsets(this.options.groupId, certain);
  }

  onAssigned(listener: OnAssigned): void {
    this.assignment.onAssigned(listener);
  }

  follow(topics: readonly string[]): void {
    this.present.add(topics);
  }

  private async supervise(): Promise<void> {
    const { groupId, topics, log, onFatal } = this.options;
    const backoff = new Backoff(50, 5_000);
    let bugs = 0;
    while (!this.stopping.signal.aborted) {
      this.tracker.alive();
      const startedAt = performance.now();
      const error = await this.runSession().catch(asError);
      if (error === undefined) continue;
      if (performance.now() - startedAt > healthyAfterMs) {
        backoff.reset();
        bugs = 0;
      }
      const cause = causeOf(error);
      if (cause === 'bug') bugs += 1;
      if (cause === 'fatal' || bugs > bugsAllowed) {
        log.error(
          { err: error, groupId, topics },
          'Kafka consumer ended for good: remove the cause, then start the service',
        );
        return onFatal(error);
      }
      counters.restarts().add(1, { group: groupId });
      log.warn({ err: error, groupId, topics }, 'Kafka consumer lost: starting another');
      await backoff.wait(this.stopping.signal);
    }
  }

  /**
   * Runs one session. Returns the error that ended it; undefined when it was stopped, or when there is another topic to read.
   * Rejects when no broker answers.
   */
  private async runSession(): Promise<Error | undefined> {
    const { stopTimeoutMs } = this.options;
    const topics = await this.present.look();
    if (topics.length === 0) return void (await pause(lookAgainMs, this.stopping.signal));
    const ending = new AbortController();
    const changed = new AbortController();
    void this.present.changed(ending.signal).then(() => changed.abort());
    const session = new ConsumerSession(
      (hooks) => this.library(hooks, topics),
      {
        onBatch: (batch) => handleBatch(batch, this.handling(ending.signal)),
        onJoined: (assigned) => this.onJoined(assigned),
        onLeft: () => {
          this.isMember = false;
        },
        onActivity: () => this.tracker.alive(),
      },
      stopTimeoutMs,
    );
    this.session = session;
    const error = await session.run(AbortSignal.any([this.stopping.signal, changed.signal]));
    ending.abort();
    if (!this.stopping.signal.aborted) {
      // Without a limit: the next session must not handle the same partition beside this one.
      await session.idle();
    } else {
      await within(stopTimeoutMs, 'handling the records in progress', session.idle()).catch(() => undefined);
    }
    if (!error) await within(stopTimeoutMs, 'committing', this.committer.flush()).catch(() => undefined);
    await session.close();
    this.committer.close();
    return error;
  }

  private onJoined(assigned: Assigned): void {
    const { groupId, log } = this.options;
    this.tracker.alive();
    this.tracker.reset();
    this.committer.keepOnly(assigned);
    this.assignment.change(assigned);
    this.assignment
      .settled()
      .catch((error: unknown) => log.warn({ err: error }, 'Kafka assignment listener failed: trying again'));
    this.isMember = true;
    counters.joins().add(1, { group: groupId });
    log.info({ groupId, assigned: Object.fromEntries(assigned) }, 'Kafka group joined');
    this.firstJoin.resolve();
  }

  private handling(stopping: AbortSignal) {
    const { groupId, onChunk, chunkRecords = defaultChunkRecords, log } = this.options;
    const assignmentSettled = () => this.assignment.settled();
    return {
      groupId,
      onChunk,
      chunkRecords,
      log,
      tracker: this.tracker,
      committer: this.committer,
      stopping,
      assignmentSettled,
    };
  }
}
