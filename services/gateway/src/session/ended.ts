/** Sessions that were signed out of before their time, so that a copy of the cookie is worth nothing. */
export class Ended {
  private readonly until = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** @param until when it would have ended by itself; seconds since 1970 */
  add(session: string, until: number, now: number): void {
    if (this.until.size >= this.most) this.forget(now);
    this.until.set(session, until);
  }

  has(session: string): boolean {
    return this.until.has(session);
  }

  private forget(now: number): void {
    for (const [session, until] of this.until) if (until <= now) this.until.delete(session);
    const [oldest] = this.until.keys();
    if (this.until.size >= this.most && oldest !== undefined) this.until.delete(oldest);
  }
}
