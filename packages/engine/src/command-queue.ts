import { Backoff } from '@lianban/backoff';
import { refuse } from '@lianban/model';
import { type Log, counters, histograms } from '@lianban/telemetry';
import type { CommandEnvelope, Outcome } from './command-envelope';

/**
 * Decides, commits and publishes one batch. Answers with one outcome per command, or throws; after a throw no command had
 * an effect. Calls `onProgress` while it waits for a server that is away.
 */
export type RunBatch = (batch: readonly CommandEnvelope[], onProgress: () => void) => Promise<readonly Outcome[]>;

/** The batch cannot be carried out as a whole; its parts can. */
export class SplitBatch extends Error {}

interface Waiting {
  readonly envelope: CommandEnvelope;
  readonly resolve: (outcome: Outcome) => void;
}

export interface CommandQueueOptions {
  readonly maxCommands: number;
  /** Whether the same batch can succeed later without a change in it. */
  readonly isPassing: (error: unknown) => boolean;
  readonly log: Log;
}

// More commands waiting from people and peers than this means that the service cannot keep up: refuse at once.
const longestQueue = 5_000;
const triesOfTheUnknown = 5;

/**
 * The command queue of one process: all commands waiting (HTTP, gRPC, Kafka, timers) form the next batch. An idle service
 * runs batches of one; under load batches grow, and the commands of a batch share the cost of its commit.
 */
export class CommandQueue {
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;
  private closed = false;
  private readonly abandoned = new AbortController();
  /** When the last batch finished or was tried again, in milliseconds since 1970; the liveness probe reads it. */
  progressAt = Date.now();
  failing = false;

  constructor(
    private readonly run: RunBatch,
    private readonly options: CommandQueueOptions,
  ) {}

  /** Resolves with the outcome. A command that came from no record is refused with "overloaded" when the queue is full. */
  enqueue(envelope: CommandEnvelope): Promise<Outcome> {
    if (this.closed) return Promise.resolve(stopping);
    if (!envelope.source && this.waiting.length >= longestQueue)
      return Promise.resolve(refused('overloaded', 'Too many requests are waiting: try again in a moment.'));
    return new Promise((resolve) => {
      this.waiting.push({ envelope, resolve });
      if (!this.running) this.progressAt = Date.now();
      this.running ??= this.drain();
    });
  }

  /** Whether commands are waiting or a batch is running. */
  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /** Accepts no more commands and resolves when all accepted ones are done. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  /** Stops retrying: commands that are not done get "stopping"; another process publishes what was committed. */
  abandon(): void {
    this.closed = true;
    this.abandoned.abort();
  }

  private async drain(): Promise<void> {
    // Everything that arrives in this turn of the event loop joins the first batch.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) {
      await this.settle(this.waiting.splice(0, this.options.maxCommands), triesOfTheUnknown);
      this.progressAt = Date.now();
    }
    this.running = undefined;
  }

  /** Retries until the batch is done. A batch that fails for a reason of its own is split to find the command at fault. */
  private async settle(all: readonly Waiting[], tries: number): Promise<void> {
    const backoff = new Backoff(20, 2_000);
    for (let unknown = 0; ;) {
      const batch = all.filter(isWanted);
      if (batch.length === 0 || this.abandoned.signal.aborted) return this.end(batch, stopping);
      try {
        const onProgress = () => (this.progressAt = Date.now());
        const outcomes = await this.run(
          batch.map(({ envelope }) => envelope),
          onProgress,
        );
        this.failing = false;
        histograms.batch().record(batch.length);
        batch.forEach(({ envelope, resolve }, i) => {
          counters.commands().add(1, { outcome: outcomes[i]!.is, command: envelope.addressed.command.type });
          resolve(outcomes[i]!);
        });
        return;
      } catch (error) {
        if (this.abandoned.signal.aborted) return this.end(batch, stopping);
        const passing = this.options.isPassing(error);
        const hopeless = error instanceof SplitBatch || (!passing && ++unknown >= tries);
        this.options.log.warn({ err: error, commands: batch.length, passing, hopeless }, 'batch failed');
        if (hopeless) return this.split(batch, error);
        this.failing = true;
        this.progressAt = Date.now();
        await backoff.wait(this.abandoned.signal);
      }
    }
  }

  private async split(batch: readonly Waiting[], error: unknown): Promise<void> {
    const half = Math.ceil(batch.length / 2);
    if (half === batch.length)
      return this.end(batch, { is: 'broken', error: error instanceof Error ? error : new Error(String(error)) });
    for (const part of [batch.slice(0, half), batch.slice(half)])
      await this.settle(part, part.length > 1 ? 1 : triesOfTheUnknown);
  }

  private end(batch: readonly Waiting[], outcome: Outcome): void {
    this.failing = false;
    for (const { resolve } of batch) resolve(outcome);
  }
}

const refused = (slug: string, detail: string): Outcome => ({ is: 'refused', refusal: refuse(slug, detail) });
const stopping = refused('stopping', 'This service is stopping: try again in a moment.');

function isWanted({ envelope, resolve }: Waiting): boolean {
  if (!envelope.signal?.aborted) return true;
  resolve(refused('caller-gone', 'The caller no longer waits for this answer.'));
  return false;
}
