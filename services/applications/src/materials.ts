import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { applications } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { Paper } from '@lianban/papers';
import { MATERIALS } from './aggregate-types';
import { type KnownMaterial, type MaterialCommand, NO_MATERIAL, isOf } from './domain/material';
import type { Intake } from './intake';

/** Uploads of one person that no application names yet: as many as several drafts need. */
export const MOST_UNUSED = 60;
/** Days after which an upload that no application names must be named by a draft. */
export const UNUSED_DAYS = 7;

/** Bytes one person uploads within a day, of what is discarded, too. Demo value: several applications with all their papers. */
export const MOST_BYTES_A_DAY = 300 * 1024 * 1024;

const dayMs = 24 * 60 * 60 * 1000;
const aFew = 100;
const PART_BYTES = 256 * 1024;
const longestName = 200;
/** Uploads told at once to whoever asks for theirs. */
const MOST_LISTED = 200;

/** The line ended before the last part. Thrown only to end the reading. */
class BrokenOff extends Error {}
const brokenOff = refuse('upload-incomplete', 'The upload was broken off: send it again.');

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
    throw new BrokenOff();
  }
}

/** @throws BrokenOff when none of them says that it is the last */
async function* contentOf(parts: AsyncIterable<applications.v1.UploadRequest>): AsyncGenerator<Uint8Array> {
  let last = false;
  for await (const { content, last: isLast } of parts) {
    last = isLast;
    if (content.length > 0) yield content;
  }
  if (!last) throw new BrokenOff();
}

/** A paper as it is stored: in parts, so that the database is not sent all of it at once. */
function* inParts(content: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < content.length; at += PART_BYTES) yield content.subarray(at, at + PART_BYTES);
}

export const shownMaterial = (
  reference: string,
  { type, content, at, name = '' }: KnownMaterial,
): applications.v1.StoredMaterial => ({
  reference,
  type,
  size: content?.size ?? 0,
  sha256: content?.sha256 ?? '',
  uploadedAt: at,
  name,
});

const ownPaper = (reference: string, state: KnownMaterial): applications.v1.OwnPaper => ({
  upload: shownMaterial(reference, state),
  used: state.status === 'used',
  uses: (state.uses ?? []).map(({ application, code }) => ({ applicationNumber: application, code })),
});

const orderTo = (app: App) => (id: string, command: MaterialCommand) => app.dispatch(MATERIALS, id, command);

/** Uploads over gRPC. Here and not with the people, because only here is it known which of them an application names. */
export function materialsGrpc(app: App, intake: Intake): GrpcService {
  const order = orderTo(app);

  /** Somebody else's is refused in the very words of one that does not exist. */
  const whole = async ({ reference, ownerId, agentId }: applications.v1.MaterialRequest) => {
    const state = (await app.get(MATERIALS, reference))?.state ?? { status: 'none' };
    if (state.status !== 'kept' && state.status !== 'used') return NO_MATERIAL;
    return ownerId === '' || isOf(state, { ownerId, agentId }) ? state : NO_MATERIAL;
  };

  /** A new upload, with its content. */
  async function keep(header: applications.v1.UploadHeader, { type: fileType, content }: Paper) {
    const { ownerId, agentId } = header;
    const reference = `FM${randomUUID()}`;
    const name = header.name.slice(0, longestName);
    const begun = await order(reference, { type: 'BeginUpload', ownerId, agentId, fileType, name });
    if (isRefusal(begun)) return begun;
    try {
      await app.files.write(reference, Readable.from(inParts(content)));
    } catch (error) {
      // Nothing of it is stored any more, and nothing is left for the sweep.
      await order(reference, { type: 'GiveUpMaterial' });
      await order(reference, { type: 'ForgetContent' });
      throw error;
    }
    const sha256 = createHash('sha256').update(content).digest('hex');
    const done = await order(reference, { type: 'FinishUpload', size: content.length, sha256 });
    if (isRefusal(done)) return done;
    return done.state.status === 'none' ? NO_MATERIAL : shownMaterial(reference, done.state);
  }

  const handlers: Handlers<typeof applications.v1.MaterialsServiceService> = {
    async upload(requests) {
      const parts = arriving(requests);
      try {
        const first = await parts.next();
        const header = first.done === true ? undefined : first.value.header;
        if (!header?.ownerId) return refuse('invalid-request', 'Begin with a header that names the owner.', '/header');
        const full = await noRoom(app, header.ownerId);
        if (full) return full;
        const rest = { [Symbol.asyncIterator]: () => parts };
        const paper = await intake.take(header.ownerId, contentOf(rest));
        return isRefusal(paper) ? paper : await keep(header, paper);
      } catch (error) {
        if (error instanceof BrokenOff) return brokenOff;
        throw error;
      }
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

    async preview(about) {
      const found = await whole(about);
      if (isRefusal(found)) return found;
      if (found.type === 'application/pdf') return NO_MATERIAL;
      const made = await intake.preview(await buffer(app.files.read(about.reference)));
      return isRefusal(made) ? NO_MATERIAL : { content: Buffer.from(made.content) };
    },

    async listMine({ ownerId, agentId }) {
      if (!ownerId) return refuse('invalid-request', 'Say whose.', '/ownerId');
      const mine = { 'state.ownerId': ownerId, 'state.status': { $in: ['kept', 'used'] } };
      const filter = agentId ? { ...mine, 'state.agentId': agentId } : mine;
      const found = await app.find(MATERIALS, { filter, sort: { 'state.at': -1 }, limit: MOST_LISTED });
      return { papers: found.flatMap(({ id, state }) => (state.status === 'none' ? [] : [ownPaper(id, state)])) };
    },

    async discard({ reference, ownerId, agentId }) {
      const done = await order(reference, { type: 'DiscardMaterial', ownerId, agentId });
      if (isRefusal(done)) return done;
      await forget(app, reference);
      return {};
    },
  };
  const callers = { gateway: { forPersons: 'everything', itself: [] } } as const;
  const actors = { describe: actorOf, download: actorOf, preview: actorOf, listMine: actorOf, discard: actorOf };
  return grpcService(applications.v1.MaterialsServiceService, handlers, callers, { actors });
}

/** The resident who acts: an agent, or the owner. */
const actorOf = ({ ownerId, agentId }: Pick<applications.v1.MaterialRequest, 'ownerId' | 'agentId'>) =>
  agentId || ownerId;

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
