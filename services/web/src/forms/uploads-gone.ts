import type { HeldMaterial } from '@lianban/rest-client';
import { ApiRefusal } from '../api/problem';

/** The submitted materials whose uploads no longer exist, by the API's refusal. */
export function uploadsGoneIn(error: unknown, sent: readonly HeldMaterial[]): readonly HeldMaterial[] {
  if (!(error instanceof ApiRefusal) || error.status !== 422) return [];
  return error.errors.flatMap(({ pointer }) => {
    const nth = /^\/materials\/(\d+)\/reference$/.exec(pointer ?? '')?.[1];
    return nth === undefined ? [] : (sent[Number(nth)] ?? []);
  });
}
