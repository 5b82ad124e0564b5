import { Agent, type IncomingMessage, request } from 'node:http';
import { Agent as TlsAgent, request as requestOverTls } from 'node:https';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { Problem } from '../http/problem';
import { shortWait } from '../http/refusals';
import { type ForwardedContext, towardsBrowser, towardsPages } from './headers';

/** Without any byte for this long, an upstream counts as down. */
const silenceMs = 15_000;
/** A file is read before it is answered, and may wait behind others. */
const silenceOfUploadMs = 60_000;
/** More than any file that is taken: a page says which is too large, and where. */
const largestForm = 64 * 1024 * 1024;

/** A service that pages come from. */
export interface Upstream {
  send(req: Request, res: Response, told: ForwardedContext): Promise<IncomingMessage>;
  close(): void;
}

const unsent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** What happened to an unanswered request: only one that cannot have arrived was certainly not carried out. */
function unanswered(error: unknown, isSafe: boolean): Problem {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (isSafe || unsent.has(code))
    return new Problem(503, 'site-unavailable', 'The pages cannot be shown at the moment: try again.', {
      headers: shortWait,
    });
  return new Problem(502, 'site-failed', 'The pages did not answer. Nothing is known about the outcome.');
}

const tooLarge = (): Problem =>
  new Problem(413, 'body-too-large', 'The form is larger than 64 MB.', { headers: { Connection: 'close' } });

/** Forwards requests to `web` or `desk`, byte for byte, over keep-alive connections. */
export function upstreamTo(service: URL): Upstream {
  const overTls = service.protocol === 'https:';
  const agent = overTls ? new TlsAgent({ keepAlive: true }) : new Agent({ keepAlive: true });
  return {
    send: (req, res, told) =>
      new Promise((resolve, reject) => {
        if (Number(req.headers['content-length'] ?? 0) > largestForm) return reject(tooLarge());
        const isSafe = req.method === 'GET' || req.method === 'HEAD';
        const upstream = (overTls ? requestOverTls : request)(service, {
          agent,
          method: req.method,
          path: req.originalUrl,
          headers: { ...towardsPages(req.headers, told), host: service.host },
          timeout: isUpload(req) ? silenceOfUploadMs : silenceMs,
        });
        let refused: Problem | undefined;
        let length = 0;
        req.on('data', (part: Buffer) => {
          length += part.length;
          if (length <= largestForm || refused) return;
          refused = tooLarge();
          upstream.destroy();
        });
        res.once('close', () => {
          if (!res.writableFinished) upstream.destroy();
        });
        upstream.once('timeout', () => upstream.destroy());
        upstream.once('response', resolve);
        upstream.on('error', (error) => reject(refused ?? unanswered(error, isSafe)));
        req.pipe(upstream);
      }),
    close: () => agent.destroy(),
  };
}

const isUpload = ({ headers }: Request): boolean => headers['content-type']?.startsWith('multipart/form-data') ?? false;

/** Streams the answer of the upstream to the browser; a browser that disconnects ends it, and a broken answer closes the connection. */
export async function sendOn(answer: IncomingMessage, res: Response): Promise<void> {
  res.status(answer.statusCode ?? 502);
  for (const [name, value] of Object.entries(towardsBrowser(answer.headers))) {
    // Several policies are combined by the browser: a second one can only restrict.
    if (name === 'content-security-policy') res.appendHeader(name, String(value));
    else if (value !== undefined) res.setHeader(name, value);
  }
  await pipeline(answer, res);
}
