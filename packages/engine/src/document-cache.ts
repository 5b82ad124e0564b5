import { type Entry, asWritten, keyOfRef } from './document';

/**
 * Documents as this process wrote them last, so that the next thing to happen to a case need not read it again. What is
 * decided on them holds only if it is then written: every write names the version it was decided on, and is refused when
 * another process was faster. Whatever would change nothing has to be decided on a document read afresh.
 */
export class Recent {
  private entries = new Map<string, Entry>();

  constructor(private readonly most: number) {}

  get(key: string): Entry | undefined {
    return this.entries.get(key);
  }

  /** Keeps what was just written; the longest untouched are forgotten first. */
  keep(written: readonly Entry[]): void {
    for (const entry of written) {
      const key = keyOfRef(entry.kind, entry.id);
      this.entries.delete(key);
      this.entries.set(key, asWritten(entry));
    }
    for (const key of this.entries.keys()) {
      if (this.entries.size <= this.most) return;
      this.entries.delete(key);
    }
  }

  forget(keys: Iterable<string>): void {
    for (const key of keys) this.entries.delete(key);
  }

  forgetAll(): void {
    this.entries.clear();
  }
}
