import { ApiDown, ApiRefusal } from '../api/problem';
import type { FormEntries } from '../forms/typed-form';
import { type PageResult, redirect } from '../page/page';
import type { Reader } from '../page/reader';
import {
  busy,
  internal,
  mandateOver,
  notAllowed,
  notFound,
  notPossible,
  notTaken,
  signedOut,
  stepUp,
  tooLarge,
  unavailable,
} from '../views/problems';
import { freshSignInPath, signInPath } from './sign-in-path';

/** The page does not exist, or not for this person. */
export class NotFound extends Error {}

/** The reader acts for nobody of this number, or no longer. */
export class MandateOver extends Error {
  /** @param principal their name, as far as the reader had a mandate of theirs */
  constructor(readonly principal: string | undefined) {
    super('mandate over');
  }
}

interface Failed {
  readonly reader: Reader;
  readonly method: string;
  /** The submitted fields: where repeating the request can help, the page keeps them. */
  readonly typed: FormEntries;
}

/** The error page for a failure: what happened, what still works, what to do. */
export function pageOfFailure(error: unknown, { reader, method, typed }: Failed): PageResult {
  if (error instanceof NotFound) return notFound();
  if (error instanceof MandateOver) return mandateOver(error.principal, typed);
  if (error instanceof ApiDown) return unavailable(typed);
  if (!(error instanceof ApiRefusal)) return pageOfUnreadable(statusOf(error));
  switch (error.status) {
    case 401:
      if (error.slug === 'step-up-needed') {
        return method === 'GET' ? redirect(freshSignInPath(reader.here)) : stepUp(typed);
      }
      // A reader of a page is redirected to sign in; a form that was submitted gets a page that keeps its input.
      return method === 'GET' ? redirect(signInPath(reader.here)) : signedOut(typed);
    case 403:
      return error.slug.startsWith('mandate-') ? mandateOver(undefined, typed) : notAllowed();
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

/** A form that cannot be parsed is the client's error; anything else is ours. */
function pageOfUnreadable(status = 500): PageResult {
  if (status === 413) return tooLarge();
  return status >= 400 && status < 500 ? notTaken(status) : internal();
}

const statusOf = (error: unknown): number | undefined => (error as { status?: number } | undefined)?.status;
