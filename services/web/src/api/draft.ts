import { z } from 'zod';
import type { Calls } from './api';
import { ApiRefusal } from './problem';

const material = z.object({ code: z.string(), grade: z.string(), reference: z.string() });

const draftShape = z.object({
  answers: z.record(z.string(), z.unknown()),
  materials: z.array(material),
  version: z.number(),
  savedAt: z.string(),
  keptUntil: z.string(),
});

export const draftList = z.object({
  drafts: z.array(draftShape.extend({ package: z.string(), for: z.string() })),
});

export type Draft = z.output<typeof draftShape>;
export type HeldMaterial = z.output<typeof material>;
export type ListedDraft = z.output<typeof draftList>['drafts'][number];

const pathOf = (code: string): string => `/api/me/drafts/${code}`;

/** What was filled in so far; undefined when nothing is kept. */
export async function loadDraft(calls: Calls, code: string): Promise<Draft | undefined> {
  try {
    return await calls.get(pathOf(code), draftShape);
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 404) return undefined;
    throw error;
  }
}

export type DraftChange = (draft: Pick<Draft, 'answers' | 'materials'>) => Pick<Draft, 'answers' | 'materials'>;

const empty = { answers: {}, materials: [] };
const mostTries = 4;

/** Changes the draft as it is now: what another device saved meanwhile is kept. */
export async function changeDraft(calls: Calls, code: string, change: DraftChange, step: string): Promise<Draft> {
  for (let tried = 1; ; tried++) {
    const now = await loadDraft(calls, code);
    const { answers, materials } = change(now ?? empty);
    const body = { answers, materials, step };
    const headers = now ? { 'If-Match': `"${now.version}"` } : undefined;
    try {
      return await calls.send('PUT', pathOf(code), { body, ...(headers ? { headers } : {}) }, draftShape);
    } catch (error) {
      const overtaken = error instanceof ApiRefusal && error.status === 412;
      if (!overtaken || tried === mostTries) throw error;
    }
  }
}

/** @param seen only as it was seen then: what was saved since stays */
export async function discardDraft(calls: Calls, code: string, seen?: Draft): Promise<void> {
  const headers = seen && { 'If-Match': `"${seen.version}"` };
  await calls.send('DELETE', pathOf(code), headers ? { headers } : {}, z.unknown());
}
