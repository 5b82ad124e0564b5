import type { AddressedCommand, AnyAggregate, DocumentRef, Typed } from '@lianban/model';
import type { CommandEnvelope } from './command-envelope';
import type { Batch, DocumentSource } from './decide-batch';
import { type LoadedDocument, asWritten, documentKey, newDocument } from './document';

/** Reads documents; one that does not exist comes as a new one. */
export type ReadDocuments = (refs: readonly DocumentRef[]) => Promise<ReadonlyMap<string, LoadedDocument>>;

// A few kilobytes each; enough for every case in progress at a few hundred applications a second.
const cachedDocuments = 2_000;

/**
 * Spares reads. Documents this process wrote last come from a cache, and a document that the command creates is taken for
 * new. Both are guesses, proved by the write: it names the version it was decided on, or inserts, and is refused when the
 * guess was wrong. What a decision does not write proves nothing, so such documents are read and the batch is decided again.
 */
export class OptimisticDocuments {
  private readonly cache = new Map<string, LoadedDocument>();

  constructor(
    private readonly aggregates: ReadonlyMap<string, AnyAggregate>,
    private readonly read: ReadDocuments,
    private readonly capacity = cachedDocuments,
  ) {}

  /** Decides the batch as often as it takes until every document it used was read, or is written by it. */
  async decide(
    batch: readonly CommandEnvelope[],
    decide: (source: DocumentSource) => Batch,
    mayAssumeNew: boolean,
  ): Promise<Batch> {
    const known = new Map<string, LoadedDocument>();
    const guessed = new Map<string, DocumentRef>();
    const guess = (key: string, document: LoadedDocument) => {
      known.set(key, document);
      guessed.set(key, document);
    };
    const isCreated = ({ aggregate, command }: AddressedCommand) =>
      mayAssumeNew && this.isCreatedBy(aggregate, command);
    const take = async (refs: readonly DocumentRef[]) => {
      const unknown = refs.filter(({ aggregate, id }) => {
        const key = documentKey(aggregate, id);
        const cached = known.has(key) ? undefined : this.cache.get(key);
        if (cached) guess(key, cached);
        return !known.has(key);
      });
      if (unknown.length > 0) for (const [key, document] of await this.read(unknown)) known.set(key, document);
    };
    // A later record of a sequence finds its document: only the first may have created it.
    const isRead = ({ addressed, source }: CommandEnvelope) => !isCreated(addressed) || (source && source.sequence > 1);
    await take(batch.filter(isRead).map(({ addressed }) => addressed));
    for (;;) {
      const missing: DocumentRef[] = [];
      const get: DocumentSource = ({ aggregate, id }, command) => {
        const key = documentKey(aggregate, id);
        const found = known.get(key);
        if (found) return found;
        if (!command || !isCreated({ aggregate, id, command })) return void missing.push({ aggregate, id });
        const fresh = newDocument(this.aggregates.get(aggregate)!, id);
        guess(key, fresh);
        return fresh;
      };
      const decided = decide(get);
      if (missing.length > 0) {
        await take(missing);
        continue;
      }
      const written = new Set(decided.changed.map(({ aggregate, id }) => documentKey(aggregate, id)));
      const unproved = [...guessed].filter(([key]) => !written.has(key));
      if (unproved.length === 0) return decided;
      for (const [key] of unproved) {
        this.cache.delete(key);
        guessed.delete(key);
      }
      for (const [key, document] of await this.read(unproved.map(([, ref]) => ref))) known.set(key, document);
    }
  }

  private isCreatedBy(aggregate: string, { type }: Typed): boolean {
    return this.aggregates.get(aggregate)?.createdBy?.includes(type) ?? false;
  }

  /** Caches documents that something is still due for; the others take memory for nothing. Evicts the least recent. */
  keep(written: readonly LoadedDocument[]): void {
    for (const document of written) {
      const key = documentKey(document.aggregate, document.id);
      this.cache.delete(key);
      if (this.isInProgress(document)) this.cache.set(key, asWritten(document));
    }
    for (const key of this.cache.keys()) {
      if (this.cache.size <= this.capacity) return;
      this.cache.delete(key);
    }
  }

  private isInProgress({ aggregate, state, asks }: LoadedDocument): boolean {
    return asks.length > 0 || this.aggregates.get(aggregate)?.decider.timeout?.(state) !== undefined;
  }

  /** Another process may have written: trust nothing. */
  clear(): void {
    this.cache.clear();
  }
}
