import { Backoff } from '@lianban/backoff';
import { refuse } from '@lianban/model';
import { type Log, counters, histograms } from '@lianban/telemetry';
import type { Outcome, Work } from './command-envelope';

/**
 * Decides, commits and publishes one batch; answers with an outcome for each piece, or throws for all of them, and then
 * none of them had an effect. Calls `stillTrying` while it waits for something that is away.
 */
export type RunBatch = (works: readonly Work[], stillTrying: () => void) => Promise<readonly Outcome[]>;

/** A batch that can not be done as it is; its pieces may be. */
export class TakeApart extends Error {}

interface Waiting {
  readonly work: Work;
  readonly resolve: (outcome: Outcome) => void;
}

export interface LineOptions {
  readonly maxCommands: number;
  readonly isPassing: (error: unknown) => boolean;
  readonly log: Log;
}

// More than this waiting from people and peers means the service cannot keep up: say so at once.
const longestQueue = 5_000;
const triesOfTheUnknown = 5;

/**
 * The one line of a service: whatever waits (HTTP, gRPC, Kafka, timers) becomes the next batch. When idle a batch is one
 * command; under load it grows, and the cost of a commit is shared.
 */
export class Line {
  private queue: Waiting[] = [];
  private running: Promise<void> | undefined;
  private closed = false;
  private readonly abandoned = new AbortController();
  /** When the line last finished a batch, or tried again: what liveness looks at. */
  progressAt = Date.now();
  failing = false;

  constructor(
    private readonly run: RunBatch,
    private readonly options: LineOptions,
  ) {}

  /** Resolves with what became of the work. Work from people is refused with "overloaded" when the queue is too long. */
  enqueue(work: Work): Promise<Outcome> {
    if (this.closed) return Promise.resolve(stopping);
    if (!work.source && this.queue.length >= longestQueue)
      return Promise.resolve(refused('overloaded', 'Too many requests are waiting: try again in a moment.'));
    return new Promise((resolve) => {
      this.queue.push({ work, resolve });
      if (!this.running) this.progressAt = Date.now();
      this.running ??= this.drain();
    });
  }

  /** Whether there is work waiting or in hand. */
  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /** Takes nothing new and resolves when what was taken is done. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  /** Stops trying: what is not done is answered with "stopping", and what was committed is left to a sweeper. */
  abandon(): void {
    this.closed = true;
    this.abandoned.abort();
  }

  private async drain(): Promise<void> {
    // Lets everything that arrives in this turn of the event loop join the first batch.
    await new Promise(setImmediate);
    while (this.queue.length > 0) {
      await this.settle(this.queue.splice(0, this.options.maxCommands), triesOfTheUnknown);
      this.progressAt = Date.now();
    }
    this.running = undefined;
  }

  /** Tries until the batch is done. A batch that fails for a reason of its own is taken apart to find the one to blame. */
  private async settle(all: readonly Waiting[], tries: number): Promise<void> {
    const backoff = new Backoff(20, 2_000);
    for (let unknown = 0; ;) {
      const batch = all.filter(isWanted);
      if (batch.length === 0 || this.abandoned.signal.aborted) return this.end(batch, stopping);
      try {
        const stillTrying = () => (this.progressAt = Date.now());
        const outcomes = await this.run(
          batch.map(({ work }) => work),
          stillTrying,
        );
        this.failing = false;
        histograms.batch().record(batch.length);
        batch.forEach(({ work, resolve }, i) => {
          counters.commands().add(1, { outcome: outcomes[i]!.is, command: work.order.command.type });
          resolve(outcomes[i]!);
        });
        return;
      } catch (error) {
        if (this.abandoned.signal.aborted) return this.end(batch, stopping);
        const passing = this.options.isPassing(error);
        const hopeless = error instanceof TakeApart || (!passing && ++unknown >= tries);
        this.options.log.warn({ err: error, commands: batch.length, passing, hopeless }, 'batch failed');
        if (hopeless) return this.takeApart(batch, error);
        this.failing = true;
        this.progressAt = Date.now();
        await backoff.wait(this.abandoned.signal);
      }
    }
  }

  private async takeApart(batch: readonly Waiting[], error: unknown): Promise<void> {
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

function isWanted({ work, resolve }: Waiting): boolean {
  if (!work.signal?.aborted) return true;
  resolve(refused('caller-gone', 'Nobody waits for this answer any more.'));
  return false;
}
