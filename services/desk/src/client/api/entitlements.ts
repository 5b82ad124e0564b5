import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '@lianban/rest-client';
import { call } from './client';
import { onCase, placeOf } from './hooks';

const onEntitlement = `${onCase}/entitlement` as const;
export type EntitlementAct = BodyOf<'post', typeof onEntitlement>['body'];

/** What a case granted that recurs; the look is recorded. */
export const useEntitlement = (id: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['entitlement', id],
    queryFn: async () => (await call('get', onEntitlement, { path: placeOf(id) })).entitlement ?? null,
    enabled: isWanted,
  });

/** Acts on the version shown. */
export function useEntitlementAct(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, body }: { readonly version: number; readonly body: EntitlementAct }) =>
      call('post', onEntitlement, { path: placeOf(id), header: { 'If-Match': `"${version}"` }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['entitlement', id] }),
  });
}

/** What the department must look at again. */
export const useDueEntitlements = () =>
  useInfiniteQuery({
    queryKey: ['due-entitlements'],
    queryFn: ({ pageParam }) =>
      call('get', '/api/desk/entitlements', { query: { limit: 50, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
