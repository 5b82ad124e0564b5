import { ApiDown, ApiRefusal } from '../api/problem';
import { type Answer, elsewhere } from '../page/page';
import type { Reader } from '../page/reader';
import { busy, internal, notAllowed, notFound, signedOut, unavailable } from '../views/problems';
import { signInPath } from './sign-in-path';

/** Nothing is at this address, or not for this person. */
export class NotFound extends Error {}

/** A page for people out of what went wrong: what it is, what still works, what to do. */
export function pageOfFailure(error: unknown, { reader, method }: { reader: Reader; method: string }): Answer {
  if (error instanceof NotFound) return notFound();
  if (error instanceof ApiDown) return unavailable();
  if (!(error instanceof ApiRefusal)) return statusOf(error) === 413 ? busy(413) : internal();
  switch (error.status) {
    case 401:
      // Whoever was only looking is sent to sign in and comes back; whoever sent something is told first.
      return method === 'GET' ? elsewhere(signInPath(reader.here)) : signedOut();
    case 403:
      return notAllowed();
    case 404:
      return notFound();
    case 429:
      return busy(429);
    default:
      return internal();
  }
}

const statusOf = (error: unknown): number | undefined => (error as { status?: number } | undefined)?.status;
