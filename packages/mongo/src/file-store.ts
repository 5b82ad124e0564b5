import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import mongoose from 'mongoose';

/** What is told of a content beside it. */
export interface AboutFile {
  /** The id of the key it is sealed with. */
  readonly key?: string;
}

/** Stores contents that are too large for a document, by id, as streams: they are never in memory as a whole. */
export interface FileStore {
  /** Resolves when all of it is stored. Rejects with the error of `content`, and then stores nothing of it. */
  write(id: string, content: AsyncIterable<Uint8Array>, about?: AboutFile): Promise<void>;
  /** Whoever reads sees all of the former content or all of the new one. False when it was removed meanwhile. */
  replace(id: string, content: AsyncIterable<Uint8Array>, about?: AboutFile): Promise<boolean>;
  /** @throws when there is no content of this id */
  read(id: string): AsyncIterable<Uint8Array>;
  /** Also removes what a crashed process left incomplete. Does nothing when there is no content of this id. */
  remove(id: string): Promise<void>;
  /** Removes what a replacement that was broken off left behind. */
  tidy(id: string): Promise<void>;
  /** The contents after an id, in the order of their ids. */
  after(id: string, limit: number): Promise<readonly (AboutFile & { readonly id: string })[]>;
}

/** Of a content that was replaced: under which id its bytes are. */
type Metadata = AboutFile & { readonly at?: string };
interface Entry {
  readonly _id: string;
  readonly metadata?: Metadata;
}

/** Stands in no id of a content. */
const replacing = '~';

/** GridFS in the service's own database. */
export function gridFileStore(db: mongoose.mongo.Db): FileStore {
  const bucket = new mongoose.mongo.GridFSBucket(db, { bucketName: 'contents' });
  const entries = db.collection<Entry>('contents.files');
  const chunks = db.collection<{ files_id: string }>('contents.chunks');
  // The driver accepts any value as an id; its types only allow ObjectId.
  const idOf = (id: string) => id as unknown as mongoose.mongo.ObjectId;

  const removeAt = async (id: string): Promise<void> => {
    await entries.deleteOne({ _id: id });
    await chunks.deleteMany({ files_id: id });
  };

  const write = async (id: string, content: AsyncIterable<Uint8Array>, metadata: Metadata = {}): Promise<void> => {
    const stream = bucket.openUploadStreamWithId(idOf(id), id, { metadata });
    const broken = new AbortController();
    stream.on('error', (error) => broken.abort(error));
    try {
      for await (const part of content) if (!stream.write(part)) await once(stream, 'drain', { signal: broken.signal });
      const finished = once(stream, 'finish', { signal: broken.signal });
      stream.end();
      await finished;
    } catch (error) {
      stream.destroy();
      await removeAt(id);
      throw broken.signal.aborted ? broken.signal.reason : error;
    }
  };

  async function* read(id: string): AsyncGenerator<Uint8Array> {
    const found = await entries.findOne({ _id: id }, { projection: { 'metadata.at': 1 } });
    yield* bucket.openDownloadStream(idOf(found?.metadata?.at ?? id)) as AsyncIterable<Uint8Array>;
  }

  const removeCopies = async (id: string, but?: string): Promise<void> => {
    const copies = await entries.find({ _id: { $gt: id + replacing, $lt: `${id + replacing}\uffff` } }).toArray();
    for (const { _id } of copies) if (_id !== but) await removeAt(_id);
  };

  const tidy = async (id: string): Promise<void> => {
    const at = (await entries.findOne({ _id: id }))?.metadata?.at;
    await removeCopies(id, at);
    if (at) await chunks.deleteMany({ files_id: id });
  };

  return {
    write,
    read,
    tidy,
    async remove(id) {
      await removeAt(id);
      await removeCopies(id);
    },
    async replace(id, content, about = {}) {
      const before = await entries.findOne({ _id: id });
      if (!before) return false;
      const copy = id + replacing + randomUUID();
      await write(copy, content, about);
      const at = before.metadata?.at;
      const { matchedCount } = await entries.updateOne({ _id: id, 'metadata.at': at ?? null } as object, {
        $set: { metadata: { ...about, at: copy } },
      });
      // Removed meanwhile.
      if (matchedCount === 0) await removeAt(copy);
      else await tidy(id);
      return matchedCount > 0;
    },
    async after(id, limit) {
      const found = entries.find({ _id: { $gt: id, $not: new RegExp(replacing) } }, { projection: { metadata: 1 } });
      const some = await found.sort({ _id: 1 }).limit(limit).toArray();
      return some.map(({ _id, metadata }) => ({ id: _id, ...(metadata?.key && { key: metadata.key }) }));
    },
  };
}
