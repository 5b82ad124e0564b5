import { within } from '@lianban/backoff';
import type { Assigned } from '@lianban/record';
import { asError } from './errors';
import type { ConsumerHooks, FetchedBatch, KafkajsConsumer } from './kafkajs-consumer';

export interface SessionHooks {
  onBatch: (batch: FetchedBatch) => Promise<void>;
  onJoined: (assigned: Assigned) => void;
  onLeft: () => void;
  onActivity: () => void;
}

/** A kafkajs consumer that is silent for so long, with nothing being handled, counts as stuck and is replaced. */
const stuckAfterMs = 60_000;

/**
 * One kafkajs consumer from its start to its first crash. It is never restarted, because after some crashes kafkajs stops
 * for ever and after others it goes on with stale state; the guarded consumer opens a new session instead. After its end
 * a session ignores every event of its consumer.
 */
export class ConsumerSession {
  private readonly crash = Promise.withResolvers<Error>();
  private readonly consumer: KafkajsConsumer;
  private readonly handling = new Set<Promise<void>>();
  private lastActivityAt = performance.now();
  private isOver = false;

  constructor(
    open: (hooks: ConsumerHooks) => KafkajsConsumer,
    private readonly hooks: SessionHooks,
    private readonly closeTimeoutMs: number,
  ) {
    this.consumer = open(this.guardedHooks());
  }

  /** Runs until the consumer crashes or `ended` aborts. Returns the crash, or undefined. Never throws. */
  async run(ended: AbortSignal): Promise<Error | undefined> {
    const end = Promise.withResolvers<undefined>();
    const onEnd = () => end.resolve(undefined);
    ended.addEventListener('abort', onEnd, { once: true });
    if (ended.aborted) onEnd();
    const watch = setInterval(() => this.checkActivity(), stuckAfterMs / 10);
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
    this.isOver = true;
    this.hooks.onLeft();
    await within(this.closeTimeoutMs, 'leaving the group', this.consumer.close()).catch(() => undefined);
  }

  private start(): void {
    this.consumer
      .start()
      .then(
        // The session ended while the consumer was connecting: close what has connected since.
        () => (this.isOver ? this.consumer.close() : undefined),
        (error: unknown) => this.crash.resolve(asError(error)),
      )
      .catch(() => undefined);
  }

  private checkActivity(): void {
    if (this.handling.size > 0) return this.active();
    const silentMs = performance.now() - this.lastActivityAt;
    if (silentMs > stuckAfterMs) {
      this.crash.resolve(new Error(`no activity of the consumer for ${Math.round(silentMs / 1_000)} s`));
    }
  }

  private active(): void {
    this.lastActivityAt = performance.now();
  }

  private guardedHooks(): ConsumerHooks {
    const unlessOver = (act: () => void) => () => {
      if (this.isOver) return;
      this.active();
      act();
    };
    return {
      onBatch: (batch) => this.handle(batch),
      onJoined: (assigned) => unlessOver(() => this.hooks.onJoined(assigned))(),
      onRebalancing: unlessOver(() => this.hooks.onLeft()),
      onActivity: unlessOver(() => this.hooks.onActivity()),
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
      this.active();
    }
  }
}
