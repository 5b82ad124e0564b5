import type { Identity } from './identity';

/** A cache of verified tokens, each until it expires. */
export class Verified {
  private readonly kept = new Map<string, Identity>();

  constructor(private readonly most: number) {}

  /** @param now milliseconds since 1970 */
  get(token: string, now: number): Identity | undefined {
    const found = this.kept.get(token);
    if (!found || now < found.expiresAt.getTime()) return found;
    this.kept.delete(token);
    return undefined;
  }

  keep(token: string, identity: Identity): void {
    const [oldest] = this.kept.keys();
    if (this.kept.size >= this.most && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(token, identity);
  }
}
