import { Readable } from 'node:stream';
import type { CallOptions } from '@lianban/grpc';
import { isRefusal, refuse } from '@lianban/model';
import type { applications } from '@lianban/protos';
import type { OnBehalfOf } from '../http/on-behalf-of';
import { type SentFile, downloadRoute, route, uploadRoute } from '../http/route';
import type { Materials, Ports } from '../ports';
import { nothingLeft } from '../schemas/draft';
import {
  materialTypes,
  ownPapersShape,
  ownPapersView,
  sentTypes,
  storedShape,
  storedView,
} from '../schemas/stored-material';
import { handling, recordLook } from './desk-look';
import { openCase } from './desk-reach';

/** Uploading 20 MB takes minutes on a slow line. */
const deadlineMs = 5 * 60_000;

const whose = ({ residentId, agent }: OnBehalfOf) => ({ ownerId: residentId, agentId: agent?.residentId ?? '' });
const empty = Buffer.alloc(0);

async function* messages(
  header: applications.v1.UploadHeader,
  { content }: SentFile,
): AsyncGenerator<applications.v1.UploadRequest> {
  yield { header, content: empty, last: false };
  for await (const part of content) yield { header: undefined, content: Buffer.from(part), last: false };
  yield { header: undefined, content: empty, last: true };
}

/** Passes an upload on as it comes. */
export const uploadFor = (
  whose: Pick<applications.v1.UploadHeader, 'ownerId' | 'agentId'>,
  file: SentFile,
  { materials }: Pick<Ports, 'materials'>,
  call: CallOptions,
) => materials.upload(messages({ ...whose, type: file.type, name: file.name }, file), { ...call, deadlineMs });

async function* contentOf(parts: AsyncIterable<applications.v1.MaterialPart>): AsyncGenerator<Uint8Array> {
  for await (const { content } of parts) yield content;
}

/** Metadata first, then the content in chunks. */
export async function fileOf(
  request: applications.v1.MaterialRequest,
  materials: Materials,
  call: CallOptions & { readonly signal: AbortSignal },
) {
  const found = await materials.describe(request, call);
  if (isRefusal(found)) return found;
  const { reference, type, size } = found;
  const content = contentOf(materials.download(request, { ...call, deadlineMs }));
  return { type, size, name: `${reference}.${type.split('/').at(-1) ?? ''}`, content };
}

/** Copies of papers: residents upload them, officers open them with the case that names them. */
export const materials = [
  uploadRoute({
    kind: 'upload',
    method: 'post',
    path: '/api/me/materials',
    id: 'uploadMaterial',
    summary: 'Upload a copy of a paper: PDF, JPEG, PNG, WebP or AVIF by its content, at most 20 MB, a PDF 10 MB',
    who: 'resident',
    onBehalfOf: true,
    takes: sentTypes,
    answers: storedShape,
    async receive({ onBehalfOf, call }, file, ports) {
      const stored = await uploadFor(whose(onBehalfOf), file, ports, call);
      if (isRefusal(stored)) return stored;
      const headers = { Location: `/api/me/materials/${stored.reference}` };
      return { body: storedView(file.name, stored), headers };
    },
  }),
  downloadRoute({
    kind: 'download',
    method: 'get',
    path: '/api/me/materials/:reference',
    id: 'getMaterial',
    summary: 'An upload of mine',
    who: 'resident',
    onBehalfOf: true,
    gives: materialTypes,
    send: ({ onBehalfOf, path, call, signal }, ports) =>
      fileOf({ reference: path.reference, ...whose(onBehalfOf) }, ports.materials, { ...call, signal }),
  }),
  downloadRoute({
    kind: 'download',
    method: 'get',
    path: '/api/me/materials/:reference/preview',
    id: 'previewMaterial',
    summary: 'A small picture of an upload of mine; of a PDF there is none',
    who: 'resident',
    onBehalfOf: true,
    gives: ['image/jpeg'],
    async send({ onBehalfOf, path: { reference }, call }, ports) {
      const found = await ports.materials.preview({ reference, ...whose(onBehalfOf) }, call);
      if (isRefusal(found)) return found;
      const { content } = found;
      return { type: 'image/jpeg', size: content.length, name: `${reference}.jpeg`, content: Readable.from([content]) };
    },
  }),
  route({
    method: 'get',
    path: '/api/me/materials',
    id: 'listMaterials',
    summary: 'My uploads, and the applications that name them',
    who: 'resident',
    onBehalfOf: true,
    answers: ownPapersShape,
    async answer({ onBehalfOf, call }, ports) {
      const found = await ports.materials.listMine(whose(onBehalfOf), call);
      return isRefusal(found) ? found : { body: ownPapersView(found) };
    },
  }),
  route({
    method: 'delete',
    path: '/api/me/materials/:reference',
    id: 'discardMaterial',
    summary: 'Discard an upload that no application names yet',
    who: 'resident',
    onBehalfOf: true,
    answers: nothingLeft,
    async answer({ onBehalfOf, path, call }, ports) {
      const done = await ports.materials.discard({ reference: path.reference, ...whose(onBehalfOf) }, call);
      return isRefusal(done) ? done : { body: { discarded: true } };
    },
  }),
  downloadRoute({
    kind: 'download',
    method: 'get',
    path: '/api/desk/cases/:number/:step/materials/:reference',
    id: 'getCaseMaterial',
    summary: 'An upload that a case of my department names. The look is recorded for the resident to see',
    who: 'officer',
    shows: handling('paper'),
    gives: materialTypes,
    async send(context, ports) {
      const { who, path, call, signal } = context;
      const found = await openCase(who, `${path.number}/${path.step}`, ports, call);
      if (isRefusal(found)) return found;
      if (!found.materials.some(({ reference }) => reference === path.reference))
        return refuse('material-not-found', 'This case names no such upload.');
      const no = await recordLook(found, context, ports);
      if (no) return no;
      const request = { reference: path.reference, ownerId: '', agentId: '' };
      return fileOf(request, ports.materials, { ...call, signal });
    },
  }),
];
