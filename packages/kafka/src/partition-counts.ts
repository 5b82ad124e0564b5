/** How many partitions a topic has, asked from the broker; undefined when the broker knows no such topic. */
export type LookUpPartitionCount = (topic: string) => Promise<number | undefined>;

interface Known {
  count: number;
  askedAt: number;
}

/** Remembers partition counts for `ttlMs`. While the broker cannot be asked, what was known goes on being used. */
export class PartitionCounts {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly lookUp: LookUpPartitionCount,
    private readonly ttlMs: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** @throws whatever the look-up throws, for a topic never seen before */
  async of(topic: string): Promise<number | undefined> {
    const known = this.known.get(topic);
    if (known && this.now() - known.askedAt < this.ttlMs) return known.count;
    try {
      const count = await this.lookUp(topic);
      if (count === undefined) this.known.delete(topic);
      else this.known.set(topic, { count, askedAt: this.now() });
      return count;
    } catch (error) {
      if (known) return known.count;
      throw error;
    }
  }

  /** The next question about these topics goes to the broker. */
  doubt(topics: Iterable<string>): void {
    for (const topic of topics) {
      const known = this.known.get(topic);
      if (known) this.known.set(topic, { ...known, askedAt: Number.NEGATIVE_INFINITY });
    }
  }
}
