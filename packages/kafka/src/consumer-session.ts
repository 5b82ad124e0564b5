import type { KafkajsConsumer, ConsumerHooks, FetchedBatch } from './kafkajs-consumer';
import { within } from './deadline';
import type { Assigned } from '@lianban/record';

export interface LifeHooks {
  onBatch: (batch: FetchedBatch) => Promise<void>;
  onJoined: (assigned: Assigned) => void;
  onLeft: () => void;
  onSign: () => void;
}

export interface LifeSettings {
  /** Without any sign of the library for so long, and with nothing being handled, it is taken for stuck and replaced. */
  stuckAfterMs: number;
  /** Longest wait for leaving the group and disconnecting. */
  closeTimeoutMs: number;
}

/**
 * One consumer of the library from its start to its first crash. It is never revived, a new one follows: after some
 * crashes kafkajs would stop for ever, after others go on with stale state. Once over, it can no longer touch anything.
 */
export class ConsumerSession {
  private readonly crash = Promise.withResolvers<Error>();
  private readonly consumer: KafkajsConsumer;
  private readonly handling = new Set<Promise<void>>();
  private lastSignAt = performance.now();
  private over = false;

  constructor(
    open: (hooks: ConsumerHooks) => KafkajsConsumer,
    private readonly hooks: LifeHooks,
    private readonly settings: LifeSettings,
  ) {
    this.consumer = open(this.guardedHooks());
  }

  /** Runs until it crashes or is ended, and says why; undefined when it was ended. Never throws. */
  async run(ended: AbortSignal): Promise<Error | undefined> {
    const end = Promise.withResolvers<undefined>();
    const onEnd = () => end.resolve(undefined);
    ended.addEventListener('abort', onEnd, { once: true });
    if (ended.aborted) onEnd();
    const watch = setInterval(() => this.lookForStuck(), Math.max(10, this.settings.stuckAfterMs / 10));
    this.start();
    try {
      return await Promise.race([this.crash.promise, end.promise]);
    } finally {
      clearInterval(watch);
      ended.removeEventListener('abort', onEnd);
    }
  }

  /** Resolves when no batch is being handled. */
  async idle(): Promise<void> {
    while (this.handling.size > 0) await Promise.allSettled(this.handling);
  }

  commit: KafkajsConsumer['commit'] = (offsets) => this.consumer.commit(offsets);

  /** Leaves the group. Never throws, and takes a bounded time. */
  async close(): Promise<void> {
    this.over = true;
    this.hooks.onLeft();
    await within(this.settings.closeTimeoutMs, 'leaving the group', this.consumer.close()).catch(() => undefined);
  }

  private start(): void {
    this.consumer
      .start()
      .then(
        // Closed while it was still connecting: what has come up since then must go again.
        () => (this.over ? this.consumer.close() : undefined),
        (error: unknown) => this.crash.resolve(asError(error)),
      )
      .catch(() => undefined);
  }

  private lookForStuck(): void {
    if (this.handling.size > 0) return this.sign();
    const silentMs = performance.now() - this.lastSignAt;
    if (silentMs > this.settings.stuckAfterMs) {
      this.crash.resolve(new Error(`no sign of the consumer for ${Math.round(silentMs / 1_000)} s`));
    }
  }

  private sign(): void {
    this.lastSignAt = performance.now();
  }

  private guardedHooks(): ConsumerHooks {
    const ifAlive = (act: () => void) => () => {
      if (this.over) return;
      this.sign();
      act();
    };
    return {
      onBatch: (batch) => this.handle(batch),
      onJoined: (assigned) => ifAlive(() => this.hooks.onJoined(assigned))(),
      onRebalancing: ifAlive(() => this.hooks.onLeft()),
      onSign: ifAlive(() => this.hooks.onSign()),
      onCrashed: (error) => this.crash.resolve(error),
    };
  }

  private async handle(batch: FetchedBatch): Promise<void> {
    const handled = this.hooks.onBatch(batch);
    this.handling.add(handled);
    try {
      await handled;
    } finally {
      this.handling.delete(handled);
      this.sign();
    }
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
