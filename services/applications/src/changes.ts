import type { App, Snapshot } from '@lianban/runtime';
import { APPLICATIONS } from './aggregate-types';
import type { ApplicationState } from './domain/application';

interface Waiter {
  readonly id: string;
  readonly version: number;
  readonly resolve: (found: Snapshot<ApplicationState> | undefined) => void;
}

// Commits of this process are told at once; this is how soon those of other processes are found.
const lookEveryMs = 1_000;

/**
 * Waits for an application to change. A commit of this process ends the wait at once; for the commits of other processes,
 * all waiters share one query per look, and none is made while nobody waits.
 */
export class Changes {
  private readonly waiters = new Map<string, Set<Waiter>>();
  private looking = false;

  constructor(private readonly app: App) {
    app.onCommitted(APPLICATIONS, (found) => this.tell(found));
  }

  /** Resolves with the application once its version is above `version`; with undefined when `signal` aborts. */
  after(id: string, version: number, signal: AbortSignal): Promise<Snapshot<ApplicationState> | undefined> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve(undefined);
      const waiter: Waiter = { id, version, resolve };
      const others = this.waiters.get(id) ?? new Set();
      this.waiters.set(id, others.add(waiter));
      signal.addEventListener('abort', () => this.release(waiter, undefined), { once: true });
      // The change may have been committed while nobody waited yet.
      void this.app.get(APPLICATIONS, id).then(
        (found) => found && this.tell(found),
        () => undefined,
      );
      void this.look();
    });
  }

  private tell(found: Snapshot<ApplicationState>): void {
    for (const waiter of this.waiters.get(found.id) ?? [])
      if (found.version > waiter.version) this.release(waiter, found);
  }

  private release(waiter: Waiter, found: Snapshot<ApplicationState> | undefined): void {
    const waiting = this.waiters.get(waiter.id);
    if (!waiting?.delete(waiter)) return;
    if (waiting.size === 0) this.waiters.delete(waiter.id);
    waiter.resolve(found);
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    while (this.waiters.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      await this.lookOnce([...this.waiters.keys()]).catch((error: unknown) =>
        this.app.log.warn({ err: error }, 'looking for changes failed'),
      );
    }
    this.looking = false;
  }

  private async lookOnce(ids: readonly string[]): Promise<void> {
    const found = await this.app.find(APPLICATIONS, { filter: { _id: { $in: [...ids] } }, limit: ids.length });
    found.forEach((each) => this.tell(each));
  }
}
