import { randomUUID } from 'node:crypto';
import type { Draft } from '@lianban/rest-client';
import { keyFrom } from './form-key';

/**
 * The name of what a last page shows, and the key it is handed in under: the same draft, however often it is handed in, is one
 * application, after a double press, a lost answer or a reload; and what was saved since has another name. A page without any
 * answer is named for itself: the next one like it is another application.
 */
export const keyOfShown = (code: string, draft: Draft | undefined): string =>
  draft ? keyFrom(code, draft.version, draft.savedAt).slice(0, 32) : `none-${randomUUID()}`;

/** Whether the page with this key showed no answer. */
export const showedNothing = (key: string): boolean => /^none-[0-9a-f-]{36}$/.test(key);

/** The page's place with what it shows: coming back to it later tells whether that was handed in. */
export const checkAnswersOf = (code: string, draft: Draft | undefined): string =>
  `check-answers?of=${keyOfShown(code, draft)}`;
