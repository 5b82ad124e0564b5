import { problemOf, unreachable } from './problem';
import { signInAddress } from './client';

/** A page of a paper that was uploaded at the counter. */
export interface CounterPage {
  readonly reference: string;
  readonly name: string;
}

/** Uploads a page for the resident. What a file is, is judged by its content. */
export async function uploadPage(residentId: string, file: File): Promise<CounterPage> {
  const response = await fetch(`/api/desk/residents/${residentId}/materials`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'Content-Type': file.type || 'application/octet-stream',
      'X-File-Name': encodeURIComponent(file.name),
    },
    body: file,
  }).catch(() => {
    throw unreachable();
  });
  if (response.status === 401) {
    window.location.assign(signInAddress(window.location.pathname + window.location.search));
    return new Promise(() => undefined);
  }
  if (!response.ok) throw await problemOf(response);
  const { reference } = (await response.json()) as { readonly reference: string };
  return { reference, name: file.name };
}
