import busboy from 'busboy';
import type { Request } from 'express';
import { Problem } from './problem';
import type { SentFile } from './route';

/** The largest file in bytes, as phones make photos; its form may add some. */
export const largestFile = 20 * 1024 * 1024;
const largestForm = largestFile + 16 * 1024;

const tooLarge = () =>
  new Problem(413, 'material-too-large', 'A file may have 20 MB at most: make it smaller.', {
    headers: { Connection: 'close' },
  });
const noFile = () =>
  new Problem(422, 'invalid-form', 'The form has no file.', {
    errors: [{ pointer: '/file', detail: 'choose a file' }],
  });
const brokenForm = () =>
  new Problem(422, 'invalid-form', 'The form ends before its last boundary: send it again.', {
    errors: [{ pointer: '/file', detail: 'choose the file again' }],
  });
const brokenOff = () => new Problem(400, 'upload-incomplete', 'The upload was broken off: send it again.');

/**
 * The file of a request: its body, or the field "file" of a form. A declared size that is not allowed is refused before reading. A declared
 * type is passed on and believed by nobody: the service that reads the content judges it. Reading throws a Problem when it breaks off.
 * @throws Problem 413, or 422 when a form has no file
 */
export async function readFile(req: Request): Promise<SentFile> {
  if (Number(req.headers['content-length'] ?? 0) > largestForm) throw tooLarge();
  if (req.is('multipart/form-data')) return fileInForm(req);
  const type = req.get('Content-Type') ?? '';
  return { type, name: nameIn(req.get('X-File-Name')), content: whole(req, brokenOff) };
}

/** Splits a stream into parts; a stream that breaks off throws a Problem. */
async function* whole(stream: AsyncIterable<Uint8Array>, told: () => Problem): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw error instanceof Problem ? error : told();
  }
}

function fileInForm(req: Request): Promise<SentFile> {
  const { promise, resolve, reject } = Promise.withResolvers<SentFile>();
  const form = parserOf(req);
  form.on('file', (field, content, { filename, mimeType }) => {
    // The stream may break off before the first read or after the last: the error goes to whoever reads next.
    content.on('error', () => undefined);
    if (field === 'file' && filename)
      return resolve({
        type: mimeType,
        name: nameIn(encodeURIComponent(filename)),
        content: whole(content, brokenForm),
      });
    content.resume();
    reject(noFile());
  });
  form.on('close', () => reject(noFile()));
  form.on('error', (error) => reject(error instanceof Problem ? error : brokenForm()));
  let length = 0;
  req.on('data', (part: Buffer) => {
    length += part.length;
    if (length <= largestForm) return;
    form.destroy(tooLarge());
    if (req.res?.writableFinished) req.destroy();
  });
  req.once('close', () => {
    if (!req.complete) form.destroy(brokenOff());
  });
  // After the answer the rest of the body is drained, so that the connection can be reused.
  req.res?.once('finish', () => {
    req.unpipe(form);
    if (length <= largestForm) req.resume();
  });
  req.pipe(form);
  return promise;
}

/** @throws Problem when the headers do not describe a form */
function parserOf({ headers }: Request): busboy.Busboy {
  try {
    return busboy({ headers, defParamCharset: 'utf8', limits: { files: 1, fields: 10, fileSize: largestFile + 1 } });
  } catch {
    throw noFile();
  }
}

/** The last path segment of the client's file name, at most 200 characters; never used as a path. */
function nameIn(header: string | undefined): string {
  try {
    const name =
      decodeURIComponent(header ?? '')
        .split(/[\\/]/)
        .at(-1) ?? '';
    return name.replace(/\p{Cc}/gu, '').slice(0, 200);
  } catch {
    return '';
  }
}
