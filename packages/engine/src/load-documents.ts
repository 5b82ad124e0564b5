import type { AnyKind } from '@lianban/model';
import { type Entry, type Stored, keyOfRef } from './document';
import type { Database } from './database';

export interface Ref {
  readonly kind: string;
  readonly id: string;
}

/** A document that does not exist yet. */
export function emptyEntry(kind: AnyKind, id: string): Entry {
  const base = { state: kind.decider.initial(id), seen: {}, sent: {} };
  return { kind: kind.name, id, loaded: 0, version: 0, base, ...base, lastBatch: '', asks: [] };
}

export function toEntry(kind: string, found: Stored): Entry {
  const { _id: id, version, state, seen, sent, lastBatch, asks, traceparent } = found;
  const base = { state, seen, sent };
  return { kind, id, loaded: version, version, base, ...base, lastBatch, asks, ...(traceparent && { traceparent }) };
}

/** Reads every document of `refs`, one query a kind; a document that does not exist starts from its initial state. */
export async function loadEntries(
  db: Database,
  kinds: ReadonlyMap<string, AnyKind>,
  refs: readonly Ref[],
): Promise<Map<string, Entry>> {
  const byKind = new Map<string, Set<string>>();
  for (const { kind, id } of refs) byKind.set(kind, (byKind.get(kind) ?? new Set()).add(id));
  const entries = new Map<string, Entry>();
  await Promise.all(
    [...byKind].map(async ([name, ids]) => {
      const kind = kinds.get(name);
      if (!kind) return;
      for (const id of ids) entries.set(keyOfRef(name, id), emptyEntry(kind, id));
      for (const found of await db
        .of(name)
        .find({ _id: { $in: [...ids] } }, { promoteBuffers: true })
        .toArray())
        entries.set(keyOfRef(name, found._id), toEntry(name, found));
    }),
  );
  return entries;
}
