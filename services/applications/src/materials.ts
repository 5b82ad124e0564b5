import { createHash, randomUUID } from 'node:crypto';
import { applications } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import { MATERIALS } from './aggregate-types';
import { BEGINNING_BYTES, type FileType, beginsLike, isFileType } from './domain/file-type';
import { type KnownMaterial, type MaterialCommand, NO_MATERIAL, isOf } from './domain/material';

/** Bytes of one upload. */
export const LARGEST_UPLOAD = 10 * 1024 * 1024;
/** Uploads of one person that no application names yet: as many as several drafts need. */
export const MOST_UNUSED = 60;
/** Days after which an upload that no application names must be named by a draft. */
export const UNUSED_DAYS = 7;

/** Bytes one person uploads within a day, of what is discarded, too. Demo value: several applications with all their papers. */
export const MOST_BYTES_A_DAY = 300 * 1024 * 1024;

const dayMs = 24 * 60 * 60 * 1000;
const aFew = 100;

/** What is wrong with a content while it arrives. Thrown only to end the reading. */
class Unfit extends Error {
  constructor(readonly no: Refusal) {
    super(no.refused);
  }
}

const brokenOff = () => new Unfit(refuse('upload-incomplete', 'The upload was broken off: send it again.'));
const otherType = () =>
  new Unfit(
    refuse('material-type', 'Only PDF, JPEG and PNG are taken, and the content must be what it is said to be.'),
  );
const tooLarge = () => new Unfit(refuse('material-too-large', 'A file may have 10 MB at most: make it smaller.'));

const tooMany = refuse(
  'too-many-uploads',
  `${MOST_UNUSED} uploads wait for an application that names them: hand in, or discard what is not needed.`,
);

const tooMuchToday = refuse(
  'uploads-of-a-day',
  `You have uploaded ${MOST_BYTES_A_DAY / 1024 / 1024} MB within a day: go on tomorrow, or make the files smaller.`,
);

/** Whether the owner has room for another upload: discarding makes room among those unused, not for the day's bytes. */
async function noRoom(app: App, ownerId: string): Promise<Refusal | undefined> {
  const unused = { 'state.ownerId': ownerId, 'state.status': { $in: ['uploading', 'kept'] } };
  if ((await app.find(MATERIALS, { filter: unused, limit: MOST_UNUSED })).length === MOST_UNUSED) return tooMany;
  const since = new Date(app.clock.now().getTime() - dayMs);
  const [today] = await app.summarize<{ bytes: number }>(MATERIALS, [
    { $match: { 'state.ownerId': ownerId, 'state.at': { $gt: since } } },
    { $group: { _id: null, bytes: { $sum: '$state.content.size' } } },
  ]);
  return today && today.bytes >= MOST_BYTES_A_DAY ? tooMuchToday : undefined;
}

/** The parts as they come: whoever leaves before the last one has broken off, and that is no fault of ours. */
async function* arriving(parts: AsyncIterable<applications.v1.UploadRequest>) {
  try {
    yield* parts;
  } catch {
    throw brokenOff();
  }
}

/** The content as it passes, measured; ends with Unfit as soon as it cannot be taken. */
async function* checked(
  parts: AsyncIterable<applications.v1.UploadRequest>,
  type: FileType,
  tell: (size: number, sha256: string) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let size = 0;
  let beginning = Buffer.alloc(0);
  let last = false;
  for await (const { content, last: isLast } of parts) {
    size += content.length;
    if (size > LARGEST_UPLOAD) throw tooLarge();
    if (beginning.length < BEGINNING_BYTES) {
      beginning = Buffer.concat([beginning, content.subarray(0, BEGINNING_BYTES)]);
      if (beginning.length >= BEGINNING_BYTES && !beginsLike(type, beginning)) throw otherType();
    }
    hash.update(content);
    last = isLast;
    if (content.length > 0) yield content;
  }
  if (!last) throw brokenOff();
  if (!beginsLike(type, beginning)) throw otherType();
  tell(size, hash.digest('hex'));
}

export const shownMaterial = (
  reference: string,
  { type, content, at }: KnownMaterial,
): applications.v1.StoredMaterial => ({
  reference,
  type,
  size: content?.size ?? 0,
  sha256: content?.sha256 ?? '',
  uploadedAt: at,
});

const orderTo = (app: App) => (id: string, command: MaterialCommand) => app.dispatch(MATERIALS, id, command);

/** Uploads over gRPC. Here and not with the people, because only here is it known which of them an application names. */
export function materialsGrpc(app: App): GrpcService {
  const order = orderTo(app);

  /** Somebody else's is refused in the very words of one that does not exist. */
  const whole = async ({ reference, ownerId, agentId }: applications.v1.MaterialRequest) => {
    const state = (await app.get(MATERIALS, reference))?.state ?? { status: 'none' };
    if (state.status !== 'kept' && state.status !== 'used') return NO_MATERIAL;
    return ownerId === '' || isOf(state, { ownerId, agentId }) ? state : NO_MATERIAL;
  };

  const handlers: Handlers<typeof applications.v1.MaterialsServiceService> = {
    async upload(requests) {
      const parts = arriving(requests);
      const first = await parts.next().catch((error: Unfit) => error);
      if (first instanceof Unfit) return first.no;
      const header = first.done === true ? undefined : first.value.header;
      if (!header?.ownerId) return refuse('invalid-request', 'Begin with a header that names the owner.', '/header');
      const { ownerId, agentId, type: fileType } = header;
      if (!isFileType(fileType)) return otherType().no;
      const full = await noRoom(app, ownerId);
      if (full) return full;
      const reference = `FM${randomUUID()}`;
      const begun = await order(reference, { type: 'BeginUpload', ownerId, agentId, fileType });
      if (isRefusal(begun)) return begun;
      let measured = { size: 0, sha256: '' };
      const rest = { [Symbol.asyncIterator]: () => parts };
      try {
        await app.files.write(
          reference,
          checked(rest, fileType, (size, sha256) => (measured = { size, sha256 })),
        );
      } catch (error) {
        // Nothing of it is stored any more, and nothing is left for the sweep.
        await order(reference, { type: 'GiveUpMaterial' });
        await order(reference, { type: 'ForgetContent' });
        if (error instanceof Unfit) return error.no;
        throw error;
      }
      const done = await order(reference, { type: 'FinishUpload', ...measured });
      if (isRefusal(done)) return done;
      return done.state.status === 'none' ? NO_MATERIAL : shownMaterial(reference, done.state);
    },

    async describe(about) {
      const found = await whole(about);
      return isRefusal(found) ? found : shownMaterial(about.reference, found);
    },

    async *download(about) {
      const { reference } = about;
      const found = await whole(about);
      if (isRefusal(found)) return yield found;
      for await (const content of app.files.read(reference)) yield { content: Buffer.from(content) };
    },

    async discard({ reference, ownerId, agentId }) {
      const done = await order(reference, { type: 'DiscardMaterial', ownerId, agentId });
      if (isRefusal(done)) return done;
      await forget(app, reference);
      return {};
    },
  };
  const callers = { gateway: { forPersons: 'everything', itself: [] } } as const;
  const actors = { describe: actorOf, download: actorOf, discard: actorOf };
  return grpcService(applications.v1.MaterialsServiceService, handlers, callers, { actors });
}

/** The resident who acts: an agent, or the owner. */
const actorOf = ({ ownerId, agentId }: applications.v1.MaterialRequest) => agentId || ownerId;

async function forget(app: App, reference: string): Promise<void> {
  await app.files.remove(reference);
  await orderTo(app)(reference, { type: 'ForgetContent' });
}

/**
 * Removes what no application has named for a week and no draft names then, what was broken off, and what an earlier removal left.
 * An upload lives as long as the draft that names it, and is asked about every week.
 */
export async function removeUnused(app: App): Promise<void> {
  const before = new Date(app.clock.now().getTime() - UNUSED_DAYS * dayMs);
  for (const [status, type] of [
    ['uploading', 'GiveUpMaterial'],
    ['kept', 'DoubtMaterial'],
  ] as const) {
    const stale = { 'state.status': status, 'state.at': { $lt: before } };
    for (const { id } of await app.find(MATERIALS, { filter: stale, limit: aFew })) await orderTo(app)(id, { type });
  }
  const removing = { 'state.status': 'removing' };
  for (const { id } of await app.find(MATERIALS, { filter: removing, limit: aFew })) await forget(app, id);
}
