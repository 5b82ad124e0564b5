import { ApiDown, ApiRefusal } from '../api/problem';
import type { FormEntries } from '../forms/typed-form';
import { type PageResult, redirect } from '../page/page';
import type { Reader } from '../page/reader';
import {
  busy,
  internal,
  notAllowed,
  notFound,
  notPossible,
  notTaken,
  signedOut,
  tooLarge,
  unavailable,
} from '../views/problems';
import { signInPath } from './sign-in-path';

/** Nothing is at this address, or not for this person. */
export class NotFound extends Error {}

interface Failed {
  readonly reader: Reader;
  readonly method: string;
  /** What was sent: where the same again may be taken, the page keeps it. */
  readonly typed: FormEntries;
}

/** A page for people out of what went wrong: what it is, what still works, what to do. */
export function pageOfFailure(error: unknown, { reader, method, typed }: Failed): PageResult {
  if (error instanceof NotFound) return notFound();
  if (error instanceof ApiDown) return unavailable(typed);
  if (!(error instanceof ApiRefusal)) return pageOfUnreadable(statusOf(error));
  switch (error.status) {
    case 401:
      // Whoever was only looking is sent to sign in and comes back; whoever sent something is told first.
      return method === 'GET' ? redirect(signInPath(reader.here)) : signedOut(typed);
    case 403:
      return notAllowed();
    case 404:
      return notFound();
    case 413:
      return tooLarge();
    case 429:
      return busy(typed);
    case 409:
    case 412:
      return notPossible(error.status);
    default:
      return notTaken(error.status);
  }
}

/** A form that could not be read is its sender's to correct; anything else is a fault of ours. */
function pageOfUnreadable(status = 500): PageResult {
  if (status === 413) return tooLarge();
  return status >= 400 && status < 500 ? notTaken(status) : internal();
}

const statusOf = (error: unknown): number | undefined => (error as { status?: number } | undefined)?.status;
