import type { Collection, FileStore } from '@lianban/mongo';
import type { DocumentSeals, Opened, StoredState } from './document-seals';
import { type OwnSeals, ownRunOf } from './own-seals';
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
  /** Texts the service seals by itself. */
  readonly own: readonly OwnSeals[];
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
  const own = new Map(ports.own.map((each) => [ownRunOf(each.collection), each]));
  const keyOf = (run: string) => own.get(run)?.key ?? currentKey;

  /** Tells operators what is sealed here, and under which key. */
  const announce = async (collections: readonly string[]): Promise<void> => {
    for (const _id of [...collections, ...own.keys()]) {
      const { collection, at } = own.get(_id) ?? {};
      const set = { key: keyOf(_id), ...(collection && at && { own: { collection, at } }) };
      await runs.updateOne({ _id }, { $set: set }, { upsert: true });
    }
  };

  const turn = async (): Promise<void> => {
    const waiting = await runs.find({ finishedAt: null, stopped: false }).toArray();
    // With another key, another process has to do it.
    for (const { _id } of waiting.filter(({ _id, key }) => key === keyOf(_id))) {
      const at = now();
      const free = { _id, finishedAt: null, stopped: false, key: keyOf(_id), heldUntil: { $lte: at } };
      const held = { $set: { heldUntil: new Date(at.getTime() + heldMs) } };
      const run = await runs.findOneAndUpdate(free, held, { returnDocument: 'after' });
      if (run) await goOn(run, at.getTime() + turnMs);
    }
  };

  const goOn = async (run: SealRun, until: number): Promise<void> => {
    const { _id, askedAt } = run;
    let after = run.after ?? '';
    for (;;) {
      const some = await next(_id, after);
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

  const next = (run: string, after: string): Promise<Some> => {
    if (run === contentsName) return someFiles(ports, after);
    const { collection = run, anew } = own.get(run) ?? {};
    return someDocuments(ports, collection, after, anew);
  };
  return { announce, turn };
}

interface Some {
  /** The last id looked at; undefined when there was none. */
  readonly last: string | undefined;
  readonly looked: number;
  readonly sealed: number;
}

async function someDocuments(
  ports: ResealPorts,
  collection: string,
  after: string,
  anew?: OwnSeals['anew'],
): Promise<Some> {
  const found = await ports
    .documents(collection)
    .find({ _id: { $gt: after } })
    .sort({ _id: 1 })
    .limit(atOnce)
    .toArray();
  let sealed = 0;
  for (const each of found)
    if (await (anew ? sealAnew(ports, collection, each, anew) : resealDocument(ports, collection, each))) sealed += 1;
  return { last: found.at(-1)?._id, looked: found.length, sealed };
}

function resealDocument(ports: ResealPorts, collection: string, first: VersionedDocument): Promise<boolean> {
  const { seals } = ports;
  return rewritten(ports, collection, first, async ({ _id, state, known }) =>
    seals.isDue(collection, known) ? seals.toStore(collection, _id, state) : undefined,
  );
}

/**
 * Nothing about such a text tells a process that holds the document in memory that it changed, as the nonce of a sealed part
 * does; so the version changes, and whatever was decided on the former is decided again.
 */
function sealAnew(
  ports: ResealPorts,
  collection: string,
  first: VersionedDocument,
  anew: OwnSeals['anew'],
): Promise<boolean> {
  const asRead = async ({ _id, state, known }: Opened<VersionedDocument>) => {
    const next = anew(state, _id);
    return next === state ? undefined : ports.seals.toStore(collection, _id, next, known);
  };
  return rewritten(ports, collection, first, asRead, { $inc: { version: 1 } });
}

/** Writes what `change` makes of the document, on condition that it still is what was read. False when there is nothing to do. */
async function rewritten(
  { documents, seals }: ResealPorts,
  collection: string,
  first: VersionedDocument,
  change: (found: Opened<VersionedDocument>) => Promise<StoredState | undefined>,
  also: object = {},
): Promise<boolean> {
  let found: VersionedDocument | null = first;
  for (let tries = 0; found && tries < mostTries; tries++) {
    const { _id, version }: VersionedDocument = found;
    const opened = await seals.open(collection, found);
    const next = await change(opened);
    if (!next) return false;
    const { state, sealed } = next;
    const asRead = { _id, version, 'sealed.nonce': opened.known.sealed?.nonce ?? null };
    const { matchedCount } = await documents(collection).updateOne(asRead as object, {
      ...(sealed ? { $set: { state, sealed } } : { $set: { state }, $unset: { sealed: '' } }),
      ...also,
    });
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
