import express, { type Request, type Response } from 'express';
import { Problem } from './problem';

export const largestBody = 1024 * 1024;

// Compressed bodies are not taken: a few bytes could unfold into any number of them.
const json = express.json({ limit: largestBody, strict: false, inflate: false, type: 'application/json' });

const slowestMs = 30_000;
const tooSlow = () =>
  new Problem(408, 'body-too-slow', 'The body took longer than 30 seconds to arrive: send it again.', {
    headers: { Connection: 'close' },
  });

/** What a request's body will take, in bytes; one that does not say is taken for the largest. */
function announced({ headers }: Request): number {
  if (headers['transfer-encoding'] !== undefined) return largestBody;
  return Math.min(Number(headers['content-length'] ?? 0), largestBody);
}

/**
 * The request's JSON, or undefined when it has no body. Rejects with what is wrong with it.
 * @param hold is told how many bytes are about to be kept, and may refuse
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
  return req.body as unknown;
}
