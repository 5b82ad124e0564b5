import express, { type Request, type Response } from 'express';
import { duplicateKeysIn } from './duplicate-keys';
import { Problem } from './problem';

export const largestBody = 1024 * 1024;

// Compressed bodies are refused: a few bytes could decompress to any number.
const json = express.json({
  ...{ limit: largestBody, strict: false, inflate: false, type: 'application/json' },
  // Of a name that comes twice, the parsed body has no trace.
  verify: (req, _res, bytes) => void texts.set(req, bytes),
});
const texts = new WeakMap<object, Buffer>();

const slowestMs = 30_000;
const tooSlow = () =>
  new Problem(408, 'body-too-slow', 'The body took longer than 30 seconds to arrive: send it again.', {
    headers: { Connection: 'close' },
  });

/** The bytes a request's body may take; a body of unknown length counts as the largest allowed. */
function announced({ headers }: Request): number {
  if (headers['transfer-encoding'] !== undefined) return largestBody;
  return Math.min(Number(headers['content-length'] ?? 0), largestBody);
}

/**
 * Parses the request's JSON; undefined when it has no body. Throws a Problem when the body is malformed.
 * @param hold reserves so many bytes, and may refuse
 */
export async function readBody(req: Request, res: Response, hold: (bytes: number) => void): Promise<unknown> {
  const bytes = announced(req);
  if (bytes === 0) return undefined;
  if (!req.is('application/json'))
    throw new Problem(415, 'unsupported-media-type', 'Send the body as application/json.', {
      headers: { Accept: 'application/json' },
    });
  hold(bytes);
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(tooSlow()), slowestMs);
    json(req, res, (error?: unknown) => {
      clearTimeout(late);
      if (error) reject(error);
      else resolve();
    });
  });
  const doubled = duplicateKeysIn(texts.get(req)?.toString('utf8') ?? '');
  if (doubled.length > 0)
    throw new Problem(422, 'invalid-body', 'The body does not fit: see errors for each field.', {
      errors: doubled.map((pointer) => ({ pointer, detail: 'is there twice: leave one out' })),
    });
  return req.body as unknown;
}
