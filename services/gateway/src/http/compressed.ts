import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const worthwhile = 1024;
const compress = promisify(gzip);

/** The last text by route, and its bytes: what everybody asks for changes seldom, and is compressed once. */
const last = new Map<string, { readonly text: string; readonly bytes: Promise<Buffer> }>();

/** Sends what is public as JSON, compressed for whoever takes that. Answers about a person never are: their length would tell. */
export async function sendPublic(route: string, body: unknown, req: Request, res: Response): Promise<void> {
  const text = JSON.stringify(body);
  res.vary('Accept-Encoding').type('application/json');
  if (text.length < worthwhile || !req.acceptsEncodings('gzip')) return void res.send(text);
  const known = last.get(route);
  const kept = known?.text === text ? known : { text, bytes: compress(text) };
  last.set(route, kept);
  const bytes = await kept.bytes;
  res.set('Content-Encoding', 'gzip').send(bytes);
}
