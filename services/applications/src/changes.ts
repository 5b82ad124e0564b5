import type { App, Found } from '@lianban/runtime';
import type { ApplicationState } from './domain/application';
import { APPLICATIONS } from './aggregate-types';

interface Waiter {
  readonly id: string;
  readonly version: number;
  readonly resolve: (found: Found<ApplicationState> | undefined) => void;
}

const lookEveryMs = 250;

/**
 * Tells when an application has changed. All who wait share one query per look, and none is made while nobody waits; a
 * change made by another process of this service is seen as well.
 */
export class Changes {
  private waiters = new Set<Waiter>();
  private looking = false;

  constructor(private readonly app: App) {}

  /** Resolves with the application once its version is above `version`; with undefined when `signal` aborts. */
  after(id: string, version: number, signal: AbortSignal): Promise<Found<ApplicationState> | undefined> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve(undefined);
      const waiter: Waiter = { id, version, resolve };
      this.waiters.add(waiter);
      signal.addEventListener('abort', () => this.release(waiter, undefined), { once: true });
      void this.look();
    });
  }

  private release(waiter: Waiter, found: Found<ApplicationState> | undefined): void {
    if (this.waiters.delete(waiter)) waiter.resolve(found);
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    while (this.waiters.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      await this.lookOnce().catch((error: unknown) => this.app.log.warn({ err: error }, 'looking for changes failed'));
    }
    this.looking = false;
  }

  private async lookOnce(): Promise<void> {
    const ids = [...new Set([...this.waiters].map(({ id }) => id))];
    const found = await this.app.find(APPLICATIONS, {
      filter: { _id: { $in: ids } },
      limit: ids.length,
    });
    const byId = new Map(found.map((each) => [each.id, each]));
    for (const waiter of this.waiters) {
      const now = byId.get(waiter.id);
      if (now && now.version > waiter.version) this.release(waiter, now);
    }
  }
}
