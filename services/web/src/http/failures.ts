import { ApiDown, ApiRefusal } from '../api/problem';
import { type Answer, elsewhere } from '../page/page';
import type { Reader } from '../page/reader';
import { busy, internal, notAllowed, notFound, notPossible, notTaken, signedOut, unavailable } from '../views/problems';
import { signInPath } from './sign-in-path';

/** Nothing is at this address, or not for this person. */
export class NotFound extends Error {}

/** A page for people out of what went wrong: what it is, what still works, what to do. */
export function pageOfFailure(error: unknown, { reader, method }: { reader: Reader; method: string }): Answer {
  if (error instanceof NotFound) return notFound();
  if (error instanceof ApiDown) return unavailable();
  if (!(error instanceof ApiRefusal)) return pageOfUnreadable(statusOf(error));
  switch (error.status) {
    case 401:
      // Whoever was only looking is sent to sign in and comes back; whoever sent something is told first.
      return method === 'GET' ? elsewhere(signInPath(reader.here)) : signedOut();
    case 403:
      return notAllowed();
    case 404:
      return notFound();
    case 413:
    case 429:
      return busy(error.status);
    case 409:
    case 412:
      return notPossible(error.status);
    default:
      return notTaken(error.status);
  }
}

/** A form that could not be read is its sender's to correct; anything else is a fault of ours. */
function pageOfUnreadable(status = 500): Answer {
  if (status === 413) return busy(status);
  return status >= 400 && status < 500 ? notTaken(status) : internal();
}

const statusOf = (error: unknown): number | undefined => (error as { status?: number } | undefined)?.status;
