import type { Collection, FileStore } from '@lianban/mongo';
import type { DocumentSeals, StoredState } from './document-seals';
import { type SealRun, contentsName } from './seal-run';

interface VersionedDocument extends StoredState {
  readonly _id: string;
  readonly version: number;
}

export interface ResealPorts {
  readonly runs: Collection<SealRun>;
  readonly documents: (collection: string) => Collection<VersionedDocument>;
  readonly files: FileStore;
  readonly seals: DocumentSeals;
  readonly currentKey: string;
  readonly now: () => Date;
}

const atOnce = 100;
const filesAtOnce = 5;
const heldMs = 60_000;
// Between two turns others may take over, and a process that stops is not kept.
const turnMs = 2_000;
const mostTries = 20;

/**
 * Seals what stands in the clear and what is sealed under an older key, while others write: as far as an operator asked for
 * it, a turn at a time, from where the last turn ended. What it writes is compared with what it read.
 */
export function resealer(ports: ResealPorts) {
  const { runs, now, currentKey } = ports;

  /** Tells operators what is sealed here, and under which key. */
  const announce = async (collections: readonly string[]): Promise<void> => {
    for (const _id of collections) await runs.updateOne({ _id }, { $set: { key: currentKey } }, { upsert: true });
  };

  const turn = async (): Promise<void> => {
    const waiting = await runs.find({ finishedAt: null, stopped: false, key: currentKey }).toArray();
    for (const { _id } of waiting) {
      const at = now();
      // With another key, another process has to do it.
      const free = { _id, finishedAt: null, stopped: false, key: currentKey, heldUntil: { $lte: at } };
      const held = { $set: { heldUntil: new Date(at.getTime() + heldMs) } };
      const run = await runs.findOneAndUpdate(free, held, { returnDocument: 'after' });
      if (run) await goOn(run, at.getTime() + turnMs);
    }
  };

  const goOn = async (run: SealRun, until: number): Promise<void> => {
    const { _id, askedAt } = run;
    let after = run.after ?? '';
    for (;;) {
      const some = _id === contentsName ? await someFiles(ports, after) : await someDocuments(ports, _id, after);
      after = some.last ?? after;
      const isOver = some.last === undefined;
      const isTurnOver = isOver || now().getTime() >= until;
      const heldUntil = isTurnOver ? now() : new Date(now().getTime() + heldMs);
      const set = { after, heldUntil, ...(isOver && { finishedAt: now() }) };
      const count = { $inc: { looked: some.looked, sealed: some.sealed } };
      const mine = { _id, askedAt, stopped: false };
      const { matchedCount } = await runs.updateOne(mine as object, { $set: set, ...count });
      if (isTurnOver || matchedCount === 0) return;
    }
  };
  return { announce, turn };
}

interface Some {
  /** The last id looked at; undefined when there was none. */
  readonly last: string | undefined;
  readonly looked: number;
  readonly sealed: number;
}

async function someDocuments(ports: ResealPorts, collection: string, after: string): Promise<Some> {
  const found = await ports
    .documents(collection)
    .find({ _id: { $gt: after } })
    .sort({ _id: 1 })
    .limit(atOnce)
    .toArray();
  let sealed = 0;
  for (const each of found) if (await resealDocument(ports, collection, each)) sealed += 1;
  return { last: found.at(-1)?._id, looked: found.length, sealed };
}

async function resealDocument(
  { documents, seals }: ResealPorts,
  collection: string,
  first: VersionedDocument,
): Promise<boolean> {
  let found: VersionedDocument | null = first;
  for (let tries = 0; found && tries < mostTries; tries++) {
    const { _id, version }: VersionedDocument = found;
    const { state, known } = await seals.open(collection, found);
    if (!seals.isDue(collection, known)) return false;
    const next = await seals.toStore(collection, _id, state);
    const asRead = { _id, version, 'sealed.nonce': known.sealed?.nonce ?? null };
    const { matchedCount } = await documents(collection).updateOne(
      asRead as object,
      next.sealed ? { $set: { state: next.state, sealed: next.sealed } } : { $set: { state }, $unset: { sealed: '' } },
    );
    if (matchedCount > 0) return true;
    found = await documents(collection).findOne({ _id });
  }
  if (found) throw new Error(`${collection} ${first._id} is written all the time: sealed in a later turn`);
  return false;
}

async function someFiles({ files, currentKey }: ResealPorts, after: string): Promise<Some> {
  const found = await files.after(after, filesAtOnce);
  let sealed = 0;
  for (const { id, key } of found) {
    if (key !== currentKey && (await files.replace(id, files.read(id)))) sealed += 1;
    else await files.tidy(id);
  }
  return { last: found.at(-1)?.id, looked: found.length, sealed };
}
