/** Runs all waiting items as the next batch, with a limit on concurrent batches. */
export class BatchQueue<T> {
  private waiting: T[] = [];
  private underWay = 0;
  private onTaken: (() => void)[] = [];

  constructor(
    private readonly run: (batch: readonly T[]) => Promise<void>,
    private flights: number,
  ) {}

  /** Resolves when the items have joined a batch: a consumer that waits for it fetches larger chunks under load. */
  async add(items: readonly T[]): Promise<void> {
    this.waiting.push(...items);
    if (this.underWay < this.flights) this.start();
    else await new Promise<void>((resolve) => this.onTaken.push(resolve));
  }

  tune(flights: number): void {
    this.flights = flights;
  }

  private start(): void {
    const batch = this.waiting;
    const taken = this.onTaken;
    this.waiting = [];
    this.onTaken = [];
    this.underWay++;
    for (const tell of taken) tell();
    // A failure ends the process: a baseline must not lose work.
    void this.run(batch).then(() => {
      this.underWay--;
      if (this.waiting.length > 0) this.start();
    });
  }
}
