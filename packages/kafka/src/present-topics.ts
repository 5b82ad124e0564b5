import { pause } from '@lianban/backoff';

export interface TopicsWanted {
  readonly topics: readonly string[];
  /** Which of them the cluster does not have. */
  readonly missing: (topics: readonly string[]) => Promise<readonly string[]>;
  /** Told of those that are missing, whenever others are than before. */
  readonly onMissing: (topics: readonly string[]) => void;
  readonly lookAgainMs: number;
  /** A cluster that has just started may not know its topics yet: one is missing for certain only after so long. */
  readonly certainAfterMs: number;
}

/** Which of the topics somebody wants to hear are there: one that is missing must not keep anybody from the others. */
export class PresentTopics {
  private missing: readonly string[] = [];
  private missingSince: number | undefined;
  private looked = false;

  constructor(private readonly wanted: TopicsWanted) {}

  /** Looks which are there. Rejects when nobody answers. */
  async look(): Promise<readonly string[]> {
    const { topics, missing, onMissing } = this.wanted;
    const found = await missing(topics);
    const isChanged = found.join() !== this.missing.join();
    if (isChanged) this.missingSince = found.length > 0 ? performance.now() : undefined;
    this.missing = found;
    this.looked = true;
    if (isChanged) onMissing(found);
    return this.present;
  }

  /** Those that are there; undefined while that is not certain. */
  get certain(): readonly string[] | undefined {
    const isCertain =
      this.missingSince === undefined || performance.now() - this.missingSince > this.wanted.certainAfterMs;
    return this.looked && isCertain ? this.present : undefined;
  }

  /** Resolves when one has come that was missing, or when it is `ended` to look for them; never when none is. */
  async more(ended: AbortSignal): Promise<void> {
    const { missing, lookAgainMs } = this.wanted;
    const before = this.missing;
    if (before.length === 0) return new Promise(() => undefined);
    while (!ended.aborted) {
      await pause(lookAgainMs, ended);
      const still = await missing(before).catch(() => before);
      if (still.length < before.length) return;
    }
  }

  private get present(): readonly string[] {
    return this.wanted.topics.filter((topic) => !this.missing.includes(topic));
  }
}
