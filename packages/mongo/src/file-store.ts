import { once } from 'node:events';
import mongoose from 'mongoose';

/** Stores contents that are too large for a document, by id, as streams: they are never in memory as a whole. */
export interface FileStore {
  /** Resolves when all of it is stored. Rejects with the error of `content`, and then stores nothing of it. */
  write(id: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** @throws when there is no content of this id */
  read(id: string): AsyncIterable<Uint8Array>;
  /** Also removes what a crashed process left incomplete. Does nothing when there is no content of this id. */
  remove(id: string): Promise<void>;
}

/** GridFS in the service's own database. */
export function gridFileStore(db: mongoose.mongo.Db): FileStore {
  const bucket = new mongoose.mongo.GridFSBucket(db, { bucketName: 'contents' });
  // The driver accepts any value as an id; its types only allow ObjectId.
  const idOf = (id: string) => id as unknown as mongoose.mongo.ObjectId;

  const remove = async (id: string): Promise<void> => {
    await db.collection('contents.files').deleteOne({ _id: idOf(id) });
    await db.collection('contents.chunks').deleteMany({ files_id: idOf(id) });
  };

  return {
    async write(id, content) {
      const stream = bucket.openUploadStreamWithId(idOf(id), id);
      const broken = new AbortController();
      stream.on('error', (error) => broken.abort(error));
      try {
        for await (const part of content)
          if (!stream.write(part)) await once(stream, 'drain', { signal: broken.signal });
        const finished = once(stream, 'finish', { signal: broken.signal });
        stream.end();
        await finished;
      } catch (error) {
        stream.destroy();
        await remove(id);
        throw broken.signal.aborted ? broken.signal.reason : error;
      }
    },
    read: (id) => bucket.openDownloadStream(idOf(id)),
    remove,
  };
}
