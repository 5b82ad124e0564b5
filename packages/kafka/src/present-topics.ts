import { pause } from '@lianban/backoff';

/** How often a missing topic is isLookedUp up again. */
export const lookAgainMs = 5_000;
/** A cluster that has just started may not know its topics yet: a topic counts as missing only after this long. */
const certainAfterMs = 60_000;

export interface TopicsWanted {
  readonly topics: readonly string[];
  /** Asks the cluster which of them do not exist. */
  readonly missing: (topics: readonly string[]) => Promise<readonly string[]>;
  /** Called with the missing topics whenever they change. */
  readonly onMissing: (topics: readonly string[]) => void;
}

/** Which of the subscribed topics exist: a missing topic must not keep the consumer from the others. */
export class PresentTopics {
  private missing: readonly string[] = [];
  private missingSince: number | undefined;
  private isLookedUp = false;
  private topics: readonly string[];
  private added = Promise.withResolvers<void>();

  constructor(private readonly wanted: TopicsWanted) {
    this.topics = wanted.topics;
  }

  /** From the next look on, these are wanted as well. */
  add(topics: readonly string[]): void {
    const more = topics.filter((topic) => !this.topics.includes(topic));
    if (more.length === 0) return;
    this.topics = [...this.topics, ...more];
    this.added.resolve();
  }

  /** Looks up which of them exist. Rejects when no broker answers. */
  async look(): Promise<readonly string[]> {
    const { missing, onMissing } = this.wanted;
    this.added = Promise.withResolvers();
    const found = await missing(this.topics);
    const isChanged = found.join() !== this.missing.join();
    if (isChanged) this.missingSince = found.length > 0 ? performance.now() : undefined;
    this.missing = found;
    this.isLookedUp = true;
    if (isChanged) onMissing(found);
    return this.present;
  }

  /** Those that exist; undefined while that is not certain. */
  get certain(): readonly string[] | undefined {
    const isCertain = this.missingSince === undefined || performance.now() - this.missingSince > certainAfterMs;
    return this.isLookedUp && isCertain ? this.present : undefined;
  }

  /** Resolves when there is more to read than at the last look: a topic was added, or a missing one was created. */
  async changed(ended: AbortSignal): Promise<void> {
    await Promise.race([this.added.promise, this.created(ended)]);
  }

  /** Resolves when a missing topic was created, or when `ended` aborts; never when none is missing. */
  private async created(ended: AbortSignal): Promise<void> {
    const { missing } = this.wanted;
    const before = this.missing;
    if (before.length === 0) return new Promise(() => undefined);
    while (!ended.aborted) {
      await pause(lookAgainMs, ended);
      const still = await missing(before).catch(() => before);
      if (still.length < before.length) return;
    }
  }

  private get present(): readonly string[] {
    return this.topics.filter((topic) => !this.missing.includes(topic));
  }
}
