/** Takes everything that waits as the next batch, with a bounded number of batches under way. */
export class BatchQueue<T> {
  private waiting: T[] = [];
  private underWay = 0;
  private onTaken: (() => void)[] = [];

  constructor(
    private readonly run: (batch: readonly T[]) => Promise<void>,
    private flights: number,
  ) {}

  /** Resolves when all of it has been taken into batches: who fetches more only then fetches in larger portions. */
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
    // A failure is left to end the process: a baseline that loses work is none.
    void this.run(batch).then(() => {
      this.underWay--;
      if (this.waiting.length > 0) this.start();
    });
  }
}
