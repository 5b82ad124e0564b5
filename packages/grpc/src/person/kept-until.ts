/** Values by text, each until its time; the oldest goes when there are too many. Times are milliseconds since 1970. */
export class KeptUntil<T> {
  private readonly kept = new Map<string, { readonly value: T; readonly until: number }>();

  constructor(private readonly most: number) {}

  get(key: string, now: number): T | undefined {
    const found = this.kept.get(key);
    if (!found || now < found.until) return found?.value;
    this.kept.delete(key);
    return undefined;
  }

  keep(key: string, value: T, until: number): void {
    const [oldest] = this.kept.keys();
    if (this.kept.size >= this.most && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(key, { value, until });
  }
}
