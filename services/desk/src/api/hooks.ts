import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Filters, addressOf } from '../queue/filters';
import { call } from './client';
import type {
  Application,
  Board,
  BulkResult,
  Case,
  CasePage,
  Colleague,
  Department,
  Facts,
  Missing,
  Note,
  Officer,
  Package,
  Person,
  Rehearsal,
} from './types';

const minute = 60_000;
export const pageSize = 50;

export const pathOf = (id: string): string => `/api/desk/cases/${id}`;

export const useOfficer = () =>
  useQuery({ queryKey: ['officer'], queryFn: () => call<Officer>('/api/desk/me'), staleTime: Infinity });

/** Those of the department and district, as the city's staff list names them; nobody when it gives no list. */
export const useColleagues = () =>
  useQuery({
    queryKey: ['colleagues'],
    queryFn: async () => (await call<{ officers: Colleague[] }>('/api/desk/officers')).officers,
    staleTime: 10 * minute,
  });

export const usePackages = () =>
  useQuery({
    queryKey: ['packages'],
    queryFn: async () => (await call<{ packages: Package[] }>('/api/packages')).packages,
    staleTime: 10 * minute,
  });

export const useDepartments = () =>
  useQuery({
    queryKey: ['departments'],
    queryFn: async () => (await call<{ departments: Department[] }>('/api/departments')).departments,
    staleTime: 10 * minute,
  });

/** The queue, asked again every minute and when the window is looked at: other officers work on it too. */
export const useQueue = (filters: Filters) =>
  useInfiniteQuery({
    queryKey: ['queue', addressOf(filters).toString()],
    queryFn: ({ pageParam, signal }) => {
      const address = addressOf(filters);
      address.set('whose', filters.whose);
      address.set('limit', String(pageSize));
      if (pageParam) address.set('cursor', pageParam);
      else address.set('counts', 'true');
      return call<CasePage>(`/api/desk/cases?${address}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: minute,
    placeholderData: keepPreviousData,
  });

/** A case others have been asked about is asked again until they have answered; any other now and then. */
export const useCase = (id: string) =>
  useQuery({
    queryKey: ['case', id],
    queryFn: ({ signal }) => call<Case>(pathOf(id), { signal }),
    refetchInterval: ({ state: { data } }) => (data?.awaited ? 1_500 : minute / 2),
  });

export const useNotes = (id: string) =>
  useQuery({
    queryKey: ['notes', id],
    queryFn: async () => (await call<{ notes: Note[] }>(`${pathOf(id)}/notes`)).notes,
  });

export const useAddNote = (id: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: { audience: Note['audience']; text: string; key: string }) =>
      call<Note>(`${pathOf(id)}/notes`, { method: 'POST', body, key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notes', id] }),
  });
};

/** Asked for by a press of a button only: the applicant sees that it was read. */
export const usePerson = (id: string, wanted: boolean) =>
  useQuery({
    queryKey: ['person', id],
    queryFn: () => call<Person>(`${pathOf(id)}/resident`),
    enabled: wanted,
    staleTime: Infinity,
  });

export const useDisclosure = (id: string) =>
  useMutation({
    mutationFn: (purpose: string) =>
      call<{ idNumber: string }>(`${pathOf(id)}/resident/disclosure`, { method: 'POST', body: { purpose } }),
    gcTime: 0,
  });

export const useApplication = (id: string, wanted: boolean) =>
  useQuery({
    queryKey: ['application', id],
    queryFn: () => call<Application>(`${pathOf(id)}/application`),
    enabled: wanted,
  });

export const useRehearsal = (id: string) =>
  useMutation({
    mutationFn: (findings: Facts) => call<Rehearsal>(`${pathOf(id)}/rehearsal`, { method: 'POST', body: { findings } }),
  });

/** One act on a case: the word of its address and its body. */
export interface Act {
  readonly word:
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
    | 'decision';
  readonly body?: {
    readonly to?: string;
    readonly missing?: readonly Missing[];
    readonly reason?: string;
    readonly days?: number;
    readonly outcome?: 'granted' | 'refused';
    readonly findings?: Facts;
  };
}

/**
 * Acts on the case as it was seen. Whatever came of it, the case is shown as it is now: after a lost race the officer looks
 * at the change of the other before acting again.
 */
export const useAct = (id: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ word, body, version }: Act & { version: number }) =>
      call<Case>(`${pathOf(id)}/${word}`, { method: 'POST', version, ...(body ? { body } : {}) }),
    onSuccess: (now) => {
      client.setQueryData(['case', id], now);
      // What an act sets going elsewhere, an answer of the register for one, changes the case once more a moment later.
      setTimeout(() => void client.invalidateQueries({ queryKey: ['case', id] }), 1_000);
    },
    onError: () => client.invalidateQueries({ queryKey: ['case', id] }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['queue'] }),
        client.invalidateQueries({ queryKey: ['application', id] }),
      ]),
  });
};

export interface Bulk {
  readonly act: 'accept' | 'claim' | 'reassign';
  readonly to?: string;
  readonly cases: readonly { readonly id: string; readonly version: number }[];
  readonly rehearse: boolean;
}

export const useBulk = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Bulk) =>
      (await call<{ results: BulkResult[] }>('/api/desk/bulk', { method: 'POST', body })).results,
    onSuccess: (_results, { rehearse }) => (rehearse ? undefined : client.invalidateQueries({ queryKey: ['queue'] })),
  });
};

export const useBoard = (days: number) =>
  useQuery({
    queryKey: ['board', days],
    queryFn: () => call<Board>(`/api/desk/board?days=${days}`),
    placeholderData: keepPreviousData,
    refetchInterval: 5 * minute,
  });

export const useLookUp = () =>
  useMutation({
    mutationFn: (idNumber: string) =>
      call<Person>('/api/desk/residents/search', { method: 'POST', body: { idNumber } }),
    gcTime: 0,
  });

export interface Intake {
  readonly residentId: string;
  readonly package: string;
  readonly district?: string;
  readonly answers: Facts;
  readonly materials: readonly { readonly code: string; readonly grade: string; readonly reference: string }[];
  readonly consents: readonly Readonly<Record<'from' | 'to' | 'purpose' | 'version', string>>[];
  readonly key: string;
}

export const useIntake = () =>
  useMutation({
    mutationFn: ({ key, ...body }: Intake) =>
      call<{ applicationNumber: string }>('/api/desk/applications', { method: 'POST', body, key }),
  });
