import { randomUUID } from 'node:crypto';
import type { DemoClient } from './client';

/**
 * A client for a resident who applies at a counter 窗口, where an officer sees the originals of the papers; all other calls are the
 * resident's own.
 */
export function assisted(residentId: string, own: DemoClient, counter: DemoClient): DemoClient {
  const post = <T>(path: string, body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<T> =>
    path === '/api/applications'
      ? counter.post<T>('/api/desk/applications', { residentId, ...(body as object) }, headers)
      : own.post<T>(path, body, headers);
  return {
    ...own,
    post,
    async submit(application) {
      const key = { 'idempotency-key': randomUUID() };
      const { applicationNumber } = await post<{ applicationNumber: string }>('/api/applications', application, key);
      return applicationNumber;
    },
  };
}
