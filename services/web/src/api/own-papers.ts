import type { OwnPapers } from '@lianban/rest-client';
import type { Calls } from './api';
import { ApiDown, ApiRefusal } from './problem';

export type OwnPaper = OwnPapers['papers'][number];

/** The reader's uploads. Pages are shown without what they are called when this cannot be told, also by a gateway of the previous release. */
export async function ownPapers(calls: Calls): Promise<readonly OwnPaper[]> {
  try {
    return (await calls.call('get', '/api/me/materials')).papers;
  } catch (error) {
    if (error instanceof ApiDown || (error instanceof ApiRefusal && (error.status === 404 || error.status === 405)))
      return [];
    throw error;
  }
}
