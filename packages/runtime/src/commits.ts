import type { LoadedDocument } from '@lianban/engine';

type Listener = (changed: readonly LoadedDocument[]) => void;

/** Passes the documents of every commit of this process to listeners. */
export class Commits {
  private readonly listeners = new Set<Listener>();

  /** @returns what ends it */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  readonly notify = (changed: readonly LoadedDocument[]): void => {
    for (const listener of this.listeners) listener(changed);
  };
}
