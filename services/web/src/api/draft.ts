import type { Draft } from '@lianban/rest-client';
import type { Calls } from './api';
import { ApiRefusal } from './problem';

const address = '/api/me/drafts/{package}';

/** The draft saved so far; undefined when there is none. */
export async function loadDraft(calls: Calls, code: string): Promise<Draft | undefined> {
  try {
    return await calls.call('get', address, { path: { package: code } });
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 404) return undefined;
    throw error;
  }
}

export type DraftChange = (draft: Pick<Draft, 'answers' | 'materials'>) => Pick<Draft, 'answers' | 'materials'>;

const empty = { answers: {}, materials: [] };
const mostTries = 4;

/** Changes the current draft: what another device saved meanwhile is kept. */
export async function changeDraft(calls: Calls, code: string, change: DraftChange, step: string): Promise<Draft> {
  for (let tried = 1; ; tried++) {
    const now = await loadDraft(calls, code);
    const { answers, materials } = change(now ?? empty);
    const body = { answers, materials, step };
    try {
      return await calls.call('put', address, { path: { package: code }, body, ...asSeen(now) });
    } catch (error) {
      const overtaken = error instanceof ApiRefusal && error.status === 412;
      if (!overtaken || tried === mostTries) throw error;
    }
  }
}

/** @param seen discards this version only: later changes stay */
export async function discardDraft(calls: Calls, code: string, seen?: Draft): Promise<void> {
  await calls.call('delete', address, { path: { package: code }, ...asSeen(seen) });
}

const asSeen = (draft: Draft | undefined) => (draft ? { header: { 'If-Match': `"${draft.version}"` } } : {});
