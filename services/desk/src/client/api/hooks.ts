import type { IdentityKind } from '@lianban/input';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, Bulk, Findings, Intake, NewNote } from '@lianban/rest-client';
import { type Filters, addressOf } from '../queue/filters';
import { call } from './client';

const minute = 60_000;
export const pageSize = 50;

export const onCase = '/api/desk/cases/{number}/{step}';

/** The parts of a case id. */
export const placeOf = (id: string) => {
  const [number = '', step = ''] = id.split('/');
  return { number, step };
};

export const useOfficer = () =>
  useQuery({ queryKey: ['officer'], queryFn: () => call('get', '/api/desk/me'), staleTime: Infinity });

/** Officers of the department and district by the city's staff list; none without a list. */
export const useColleagues = () =>
  useQuery({
    queryKey: ['colleagues'],
    queryFn: async () => (await call('get', '/api/desk/officers')).officers,
    staleTime: 10 * minute,
  });

export const usePackages = () =>
  useQuery({
    queryKey: ['packages'],
    queryFn: async () => (await call('get', '/api/packages')).packages,
    staleTime: 10 * minute,
  });

export const useDepartments = () =>
  useQuery({
    queryKey: ['departments'],
    queryFn: async () => (await call('get', '/api/departments')).departments,
    staleTime: 10 * minute,
  });

/** The queue, refetched every minute and on focus: other officers work on it too. */
export const useQueue = (filters: Filters) =>
  useInfiniteQuery({
    queryKey: ['queue', addressOf(filters).toString()],
    queryFn: ({ pageParam, signal }) => {
      const page = pageParam ? { cursor: pageParam } : { counts: 'true' as const };
      return call('get', '/api/desk/cases', { query: { ...filters, limit: pageSize, ...page }, signal });
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: minute,
    placeholderData: keepPreviousData,
  });

/** A case that waits for other services is refetched until they have answered; others less often. */
export const useCase = (id: string) =>
  useQuery({
    queryKey: ['case', id],
    queryFn: ({ signal }) => call('get', onCase, { path: placeOf(id), signal }),
    refetchInterval: ({ state: { data } }) => (data?.awaited ? 1_500 : minute / 2),
  });

export const useNotes = (id: string) =>
  useQuery({
    queryKey: ['notes', id],
    queryFn: async () => (await call('get', `${onCase}/notes`, { path: placeOf(id) })).notes,
  });

export const useAddNote = (id: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: NewNote & { readonly key: string }) =>
      call('post', `${onCase}/notes`, { path: placeOf(id), body, header: { 'Idempotency-Key': key } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notes', id] }),
  });
};

/** Fetched on a button press only: the read is recorded for the applicant. */
export const usePerson = (id: string, wanted: boolean) =>
  useQuery({
    queryKey: ['person', id],
    queryFn: () => call('get', `${onCase}/resident`, { path: placeOf(id) }),
    enabled: wanted,
    staleTime: Infinity,
  });

export type Person = NonNullable<ReturnType<typeof usePerson>['data']>;

/** What an officer may say a whole ID number is needed for. */
export type RevealPurpose = BodyOf<'post', `${typeof onCase}/resident/disclosure`>['body']['purpose'];

export const useDisclosure = (id: string) =>
  useMutation({
    mutationFn: (purpose: RevealPurpose) =>
      call('post', `${onCase}/resident/disclosure`, { path: placeOf(id), body: { purpose } }),
    gcTime: 0,
  });

export const useApplication = (id: string, wanted: boolean) =>
  useQuery({
    queryKey: ['application', id],
    queryFn: () => call('get', `${onCase}/application`, { path: placeOf(id) }),
    enabled: wanted,
  });

export const useDryRun = (id: string) =>
  useMutation({
    mutationFn: (findings: Findings['findings']) =>
      call('post', `${onCase}/rehearsal`, { path: placeOf(id), body: { findings } }),
  });

type Word =
  | 'claim'
  | 'release'
  | 'assignment'
  | 'acceptance'
  | 'supplement-request'
  | 'pause'
  | 'resumption'
  | 'extension'
  | 'extension/approval'
  | 'extension/refusal'
  | 'extension/withdrawal'
  | 'correction'
  | 'correction/approval'
  | 'correction/refusal'
  | 'correction/withdrawal'
  | 'decision/approval'
  | 'decision/refusal'
  | 'decision/withdrawal'
  | 'decision';

/** One act on a case: the last word of its path, and its body. */
export type CaseAct = { [W in Word]: { readonly word: W } & BodyOf<'post', `${typeof onCase}/${W}`> }[Word];

/**
 * Acts on the version that was shown. Afterwards the case is refetched in any case: after a lost race the officer sees the
 * other's change before acting again.
 */
export const useAct = (id: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ word, version, ...sent }: CaseAct & { readonly version: number }) =>
      call('post', `${onCase}/${word}`, { path: placeOf(id), header: { 'If-Match': `"${version}"` }, ...sent }),
    onSuccess: (now) => {
      client.setQueryData(['case', id], now);
      // An act may cause a change by another service, such as an answer of the register, a moment later.
      setTimeout(() => void client.invalidateQueries({ queryKey: ['case', id] }), 1_000);
    },
    onError: () => client.invalidateQueries({ queryKey: ['case', id] }),
    // Not waited for: the act is done, and while it is not over the next press would be ignored.
    onSettled: () => {
      for (const beside of [['queue'], ['application', id], ['writs', id]])
        void client.invalidateQueries({ queryKey: beside });
    },
  });
};

export const useBulk = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Bulk) => (await call('post', '/api/desk/bulk', { body })).results,
    onSuccess: (_results, { rehearse }) => (rehearse ? undefined : client.invalidateQueries({ queryKey: ['queue'] })),
  });
};

export const useBoard = (days: number) =>
  useQuery({
    queryKey: ['board', days],
    queryFn: () => call('get', '/api/desk/board', { query: { days } }),
    placeholderData: keepPreviousData,
    refetchInterval: 5 * minute,
  });

export const useLookUp = () =>
  useMutation({
    mutationFn: (body: { readonly idKind: IdentityKind; readonly idNumber: string }) =>
      call('post', '/api/desk/residents/search', { body }),
    gcTime: 0,
  });

export const useIntake = () =>
  useMutation({
    mutationFn: ({ key, ...body }: Intake & { readonly key: string }) =>
      call('post', '/api/desk/applications', { body, header: { 'Idempotency-Key': key } }),
  });
