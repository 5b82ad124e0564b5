import { useQuery } from '@tanstack/react-query';
import { signInAddress } from './client';
import { problemOf, unreachable } from './problem';

const minute = 60_000;

/** Where a page of a case is; each fetch is recorded as a look. */
export const paperAddress = (id: string, reference: string): string => `/api/desk/cases/${id}/materials/${reference}`;

/** A page of a paper. It is kept for some minutes, so that paging back and forth is one look. */
export const usePaper = (id: string, reference: string) =>
  useQuery({
    queryKey: ['paper', id, reference],
    queryFn: ({ signal }) => load(paperAddress(id, reference), signal),
    staleTime: Infinity,
    gcTime: 5 * minute,
  });

async function load(address: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(address, { credentials: 'same-origin', signal }).catch((error: unknown) => {
    throw error instanceof DOMException ? error : unreachable();
  });
  if (response.status === 401) {
    window.location.assign(signInAddress(window.location.pathname + window.location.search));
    return new Promise(() => undefined);
  }
  if (!response.ok) throw await problemOf(response);
  return response.blob();
}
