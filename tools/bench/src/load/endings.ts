/** Matches submissions with the records of their ends, in whichever order both arrive. */
export class Endings {
  private readonly waiting = new Map<string, () => void>();
  private readonly early = new Set<string>();

  /** Records an end. Idempotent: records may be repeated. */
  ended(number: string): void {
    const resolve = this.waiting.get(number);
    if (resolve) {
      this.waiting.delete(number);
      resolve();
    } else this.early.add(number);
  }

  /** Resolves when the application has ended. Call once per number. */
  async of(number: string): Promise<void> {
    if (this.early.delete(number)) return;
    await new Promise<void>((resolve) => this.waiting.set(number, resolve));
  }
}
