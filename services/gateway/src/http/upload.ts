import busboy from 'busboy';
import type { Request } from 'express';
import { Problem } from './problem';
import type { SentFile } from './route';

/** Bytes of one file; the form around it may add some. */
export const largestFile = 10 * 1024 * 1024;
const largestForm = largestFile + 16 * 1024;

const tooLarge = () =>
  new Problem(413, 'material-too-large', 'A file may have 10 MB at most: make it smaller.', {
    headers: { Connection: 'close' },
  });
const unsupported = (takes: readonly string[]) =>
  new Problem(415, 'material-type', `Send one of ${takes.join(', ')}, as the body or as the field "file" of a form.`);

/**
 * The file a request carries. What is announced as too large or of another type is refused before it is read; what it really
 * is, the service says that reads it.
 * @throws Problem 413, 415, or 422 when a form has no file
 */
export async function readFile(req: Request, takes: readonly string[]): Promise<SentFile> {
  if (Number(req.headers['content-length'] ?? 0) > largestForm) throw tooLarge();
  if (req.is('multipart/form-data')) return fileInForm(req, takes);
  const type = req.is([...takes]);
  if (!type) throw unsupported(takes);
  return { type, name: nameIn(req.get('X-File-Name')), content: req };
}

function fileInForm(req: Request, takes: readonly string[]): Promise<SentFile> {
  return new Promise((resolve, reject) => {
    const noFile = () =>
      new Problem(422, 'invalid-form', 'The form has no file.', {
        errors: [{ pointer: '/file', detail: 'choose a file' }],
      });
    try {
      const form = busboy({
        headers: req.headers,
        defParamCharset: 'utf8',
        limits: { files: 1, fileSize: largestFile + 1 },
      });
      form.on('file', (field, content, { filename, mimeType }) => {
        const wrong =
          field !== 'file' || !filename ? noFile() : takes.includes(mimeType) ? undefined : unsupported(takes);
        if (wrong === undefined)
          return resolve({ type: mimeType, name: nameIn(encodeURIComponent(filename ?? '')), content });
        content.resume();
        reject(wrong);
      });
      form.on('close', () => reject(noFile()));
      form.on('error', () => reject(noFile()));
      req.on('aborted', () => form.destroy());
      req.pipe(form);
    } catch {
      reject(noFile());
    }
  });
}

/** The last part of what a client calls its file, at most 200 characters; never used as a path. */
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
