/** Joins the answer to a submission with the record that tells its end, in whichever order the two arrive. */
export class Endings {
  private readonly waiting = new Map<string, () => void>();
  private readonly early = new Set<string>();

  /** An application has ended. Hearing it twice is hearing it once: records may be repeated. */
  ended(number: string): void {
    const resolve = this.waiting.get(number);
    if (resolve) {
      this.waiting.delete(number);
      resolve();
    } else this.early.add(number);
  }

  /** Resolves when the application has ended. Ask once for each number. */
  async of(number: string): Promise<void> {
    if (this.early.delete(number)) return;
    await new Promise<void>((resolve) => this.waiting.set(number, resolve));
  }
}
