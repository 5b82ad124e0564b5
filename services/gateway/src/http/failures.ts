import { CallFailed } from '@lianban/grpc';
import type { Log } from '@lianban/telemetry';
import type { Request } from 'express';
import { patternOf } from './access-log';
import { Problem } from './problem';
import { shortWait } from './refusals';

/** Problems for the errors of body parser and router, by the error's type. */
const ofRequest: Readonly<Record<string, () => Problem>> = {
  'entity.too.large': () =>
    new Problem(413, 'body-too-large', 'The body is larger than 1 MB: send materials by reference.', {
      // The rest of the body is not read.
      headers: { Connection: 'close' },
    }),
  'entity.parse.failed': () => new Problem(400, 'malformed-json', 'The body is not well-formed JSON.'),
  'encoding.unsupported': () =>
    new Problem(415, 'unsupported-encoding', 'Send the body without Content-Encoding.', {
      headers: { 'Accept-Encoding': 'identity' },
    }),
  'charset.unsupported': () => new Problem(415, 'unsupported-charset', 'Send the body as JSON in UTF-8.'),
};

const typeOf = (error: unknown): string => String((error as { type?: unknown }).type);
const statusOf = (error: unknown): number => Number((error as { status?: unknown }).status);

/** Maps any error to the problem to answer with. Server errors reveal nothing of the inside. */
export function problemOfError(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof CallFailed)
    return error.retry
      ? new Problem(503, 'service-unavailable', 'A service behind this one does not answer: try again in a moment.', {
          headers: shortWait,
        })
      : new Problem(502, 'service-failed', 'A service behind this one failed. Nothing is known about the outcome.');
  const known = ofRequest[typeOf(error)];
  if (known) return known();
  if (statusOf(error) >= 400 && statusOf(error) < 500)
    return new Problem(400, 'malformed-request', 'The request cannot be read.');
  return new Problem(500, 'internal-error', 'Something broke here. The operators are told.');
}

/** Logs server errors. A refused request appears in the access log alone. */
export function report(log: Log, req: Request, error: unknown): void {
  const where = { method: req.method, route: patternOf(req) };
  if (error instanceof CallFailed) log.warn({ ...where, peer: error.service, code: error.code }, 'call failed');
  else if (problemOfError(error).status === 500) log.error({ ...where, err: error }, 'request failed');
}
