import { ApiRefusal } from '../api/problem';
import type { RequestContext } from '../http/request-context';

/** Drafts of whom the reader acts for; pages are shown without them when they cannot be fetched. */
export async function draftsOf({ calls, reader }: RequestContext) {
  try {
    const { drafts } = await calls.call('get', '/api/me/drafts');
    const { actingFor } = reader;
    // Drafts for a principal are listed with the principal's applications, never with one's own.
    return actingFor ? drafts.filter((draft) => draft.for === actingFor.residentId) : drafts;
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 401) throw error;
    return [];
  }
}
