import { Backoff, pause } from '@lianban/backoff';
import { kafkaAdmin } from './admin';
import { Assignment, type OnAssigned } from './assignment';
import { kafkajsConsumers, type ConsumerLibrary } from './kafkajs-consumer';
import type { KafkaConnection } from './connection';
import { ConsumerSession } from './consumer-session';
import { within } from './deadline';
import { causeOf } from './fatal-errors';
import { handleBatch, type OnChunk } from './handle-batch';
import type { KafkaLog } from './kafka-logger';
import { noKafkaMetrics, type KafkaMetrics } from './kafka-metrics';
import { OffsetCommitter } from './offset-committer';
import type { Assigned } from '@lianban/record';
import { PresentTopics } from './present-topics';
import { ProgressKeeper, type ConsumerProgress } from './progress';

export interface ConsumerSettings {
  /** Records handed over at once, at most. */
  chunkRecords: number;
  /**
   * Partitions handled side by side. The next fetch begins when all of this one is handled, so it should be no fewer than are
   * read: those behind the first few would wait for one whole batch of the line after another.
   */
  concurrency: number;
  /** How long a member that died goes unnoticed. */
  sessionTimeoutMs: number;
  /**
   * How long the whole group stands still for a member that does not join again: one that hangs, or one that is none, for the
   * answer to its joining was lost.
   */
  rebalanceTimeoutMs: number;
  heartbeatMs: number;
  /** How long a fetch may wait at the broker when nothing is there. */
  maxWaitMs: number;
  maxBytesPerPartition: number;
  commitEveryMs: number;
  minBackOffMs: number;
  /** Longest wait before a chunk that failed is tried again. */
  maxBackOffMs: number;
  /** Longest wait before the next consumer of the library is started. */
  maxRestartMs: number;
  /** How often a topic that is missing is looked for, and how long until it is missing for certain. */
  lookAgainMs: number;
  certainAfterMs: number;
  stuckAfterMs: number;
  /** A consumer of the library that lived so long was healthy: the next crash counts as the first. */
  healthyAfterMs: number;
  /** Crashes by errors of programming in a row that end it for good. */
  bugsAllowed: number;
  /** Longest wait for the chunks in hand when stopping, and again for leaving the group. */
  stopTimeoutMs: number;
}

/** How long records of a process that died wait for another one, in milliseconds. */
export const consumerSessionMs = 10_000;

const defaults: ConsumerSettings = {
  chunkRecords: 500,
  concurrency: 64,
  sessionTimeoutMs: consumerSessionMs,
  rebalanceTimeoutMs: 10_000,
  heartbeatMs: 1_000,
  maxWaitMs: 500,
  maxBytesPerPartition: 512 * 1_024,
  commitEveryMs: 1_000,
  minBackOffMs: 50,
  maxBackOffMs: 10_000,
  maxRestartMs: 5_000,
  lookAgainMs: 5_000,
  certainAfterMs: 60_000,
  stuckAfterMs: 60_000,
  healthyAfterMs: 60_000,
  bugsAllowed: 5,
  stopTimeoutMs: 20_000,
};

export interface ConsumerOptions {
  connection: KafkaConnection;
  groupId: string;
  topics: readonly string[];
  onChunk: OnChunk;
  /** Consuming has ended for good: configuration, permission or a bug. The process should exit and be started again. */
  onFatal: (error: Error) => void;
  /** Told of topics that do not exist, whenever others are missing than before: the others are read, and these when they come. */
  onMissing?: (topics: readonly string[]) => void;
  log: KafkaLog;
  metrics?: KafkaMetrics;
  settings?: Partial<ConsumerSettings>;
  /** The client library; kafkajs unless a test brings its own. */
  library?: ConsumerLibrary;
  /** Which of these topics do not exist; asked from the cluster unless a test says. */
  missing?: (topics: readonly string[]) => Promise<readonly string[]>;
}

export interface Consumer {
  /** Begins, and keeps trying for as long as the broker is down. */
  start(): void;
  /** Finishes the chunks in hand, commits, leaves the group. Never throws, and takes a bounded time. */
  stop(): Promise<void>;
  /** Resolves when it has joined its group for the first time. */
  readonly joined: Promise<void>;
  /** Whether it is a member of its group now. */
  isJoined(): boolean;
  progress(): ConsumerProgress;
  /** The topics it reads of those it was given; undefined while it is not certain which of them exist. */
  topics(): readonly string[] | undefined;
  /**
   * Calls `listener` with the partitions of this member whenever they are dealt out. No record is handled until it has
   * resolved; rejected, it is asked again. Register before `start`.
   */
  onAssigned(listener: OnAssigned): void;
}

/**
 * A consumer that goes on. Outages of broker or handler are waited out, in place and with heartbeats; a consumer of the
 * library that dies is replaced. Reads topics from their beginning where the group has no offset. The same record may
 * be handed over again after a crash or a rebalance, and in order: a key's records never overtake each other.
 */
export function guardedConsumer(options: ConsumerOptions): Consumer {
  return new GuardedConsumer(options);
}

class GuardedConsumer implements Consumer {
  private readonly settings: ConsumerSettings;
  private readonly metrics: KafkaMetrics;
  private readonly library: ConsumerLibrary;
  private readonly assignment = new Assignment();
  private readonly keeper = new ProgressKeeper();
  private readonly committer: OffsetCommitter;
  private readonly present: PresentTopics;
  private readonly stopping = new AbortController();
  private readonly firstJoin = Promise.withResolvers<void>();
  private member = false;
  private life: ConsumerSession | undefined;
  private supervision: Promise<void> | undefined;

  constructor(private readonly options: ConsumerOptions) {
    const { connection, groupId, topics, log, metrics = noKafkaMetrics } = options;
    this.settings = { ...defaults, ...options.settings };
    this.metrics = metrics;
    this.library = options.library ?? kafkajsConsumers(connection, log, { ...this.settings, groupId });
    const { lookAgainMs, certainAfterMs } = this.settings;
    const { onMissing = () => undefined } = options;
    const missing =
      options.missing ?? (options.library ? async () => Promise.resolve([]) : kafkaAdmin(connection, log).missing);
    this.present = new PresentTopics({ topics, missing, onMissing, lookAgainMs, certainAfterMs });
    const commit: ConsumerSession['commit'] = async (offsets) => this.life?.commit(offsets);
    this.committer = new OffsetCommitter(commit, this.settings.commitEveryMs, log);
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
    return this.member;
  }

  progress(): ConsumerProgress {
    return this.keeper.read(this.assignment.partitionCount);
  }

  topics(): readonly string[] | undefined {
    return this.present.certain;
  }

  onAssigned(listener: OnAssigned): void {
    this.assignment.onAssigned(listener);
  }

  private async supervise(): Promise<void> {
    const { groupId, topics, log, onFatal } = this.options;
    const { healthyAfterMs, bugsAllowed, minBackOffMs, maxRestartMs } = this.settings;
    const backoff = new Backoff(minBackOffMs, maxRestartMs);
    let bugs = 0;
    while (!this.stopping.signal.aborted) {
      this.keeper.alive();
      const startedAt = performance.now();
      const error = await this.liveOnce().catch(asError);
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
      this.metrics.consumerRestarted(groupId);
      log.warn({ err: error, groupId, topics }, 'Kafka consumer lost: starting another');
      await backoff.wait(this.stopping.signal);
    }
  }

  /** From one start to its end; undefined when told to stop, and when there is more to read. Rejects when nobody answers. */
  private async liveOnce(): Promise<Error | undefined> {
    const { stuckAfterMs, stopTimeoutMs } = this.settings;
    const topics = await this.present.look();
    if (topics.length === 0) return void (await pause(this.settings.lookAgainMs, this.stopping.signal));
    const ending = new AbortController();
    const grown = new AbortController();
    void this.present.more(ending.signal).then(() => grown.abort());
    const life = new ConsumerSession(
      (hooks) => this.library(hooks, topics),
      {
        onBatch: (batch) => handleBatch(batch, this.handling(ending.signal)),
        onJoined: (assigned) => this.onJoined(assigned),
        onLeft: () => {
          this.member = false;
        },
        onSign: () => this.keeper.alive(),
      },
      { stuckAfterMs, closeTimeoutMs: stopTimeoutMs },
    );
    this.life = life;
    const error = await life.run(AbortSignal.any([this.stopping.signal, grown.signal]));
    ending.abort();
    if (!this.stopping.signal.aborted) {
      // However long it takes: the next consumer must not handle the same partition beside this one.
      await life.idle();
    } else {
      await within(stopTimeoutMs, 'handling the records in hand', life.idle()).catch(() => undefined);
    }
    if (!error) await within(stopTimeoutMs, 'committing', this.committer.flush()).catch(() => undefined);
    await life.close();
    this.committer.close();
    return error;
  }

  private onJoined(assigned: Assigned): void {
    const { groupId, log } = this.options;
    this.keeper.alive();
    this.keeper.reset();
    this.committer.keepOnly(assigned);
    this.assignment.change(assigned);
    this.assignment
      .settled()
      .catch((error: unknown) => log.warn({ err: error }, 'Kafka assignment not taken in: trying again'));
    this.member = true;
    this.metrics.groupJoined(groupId);
    log.info({ groupId, assigned: Object.fromEntries(assigned) }, 'Kafka group joined');
    this.firstJoin.resolve();
  }

  private handling(stopping: AbortSignal) {
    const { groupId, onChunk, log } = this.options;
    const { chunkRecords, heartbeatMs, minBackOffMs, maxBackOffMs } = this.settings;
    return {
      ...{ groupId, onChunk, log, chunkRecords, heartbeatMs, minBackOffMs, maxBackOffMs },
      metrics: this.metrics,
      progress: this.keeper,
      committer: this.committer,
      stopping,
      assignmentSettled: () => this.assignment.settled(),
    };
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
