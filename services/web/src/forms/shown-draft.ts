import { randomUUID } from 'node:crypto';
import type { Draft } from '@lianban/rest-client';
import { keyFrom } from './form-key';

/**
 * The key of the check page, derived from the draft it shows: submitting the same draft repeatedly, by a double click, after a
 * lost answer or a reload, creates one application; a changed draft has another key. A page without any answer gets a random
 * key: the next such page is another application.
 */
export const keyOfShown = (code: string, draft: Draft | undefined): string =>
  draft ? keyFrom(code, draft.version, draft.savedAt).slice(0, 32) : `none-${randomUUID()}`;

/** Whether the page with this key showed an empty draft. */
export const showedNothing = (key: string): boolean => /^none-[0-9a-f-]{36}$/.test(key);

/** The URL of the check page with its key: returning to it later tells whether that draft was submitted. */
export const checkAnswersOf = (code: string, draft: Draft | undefined): string =>
  `check-answers?of=${keyOfShown(code, draft)}`;
