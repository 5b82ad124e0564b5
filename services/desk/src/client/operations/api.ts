import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AskedMending, BodyOf, Mending } from '@lianban/rest-client';
import { call } from '../api/client';

const halfMinute = 30_000;
const onStep = '/api/operator/applications/{number}/steps/{step}/take-over';
const onKey = '/api/operator/services/{service}/keys/{subject}';

export const useOperator = () =>
  useQuery({ queryKey: ['operator'], queryFn: () => call('get', '/api/operator/me'), staleTime: Infinity });

export const useHanging = () =>
  useQuery({
    queryKey: ['operations', 'hanging'],
    queryFn: async () => (await call('get', '/api/operator/hanging')).steps,
    refetchInterval: halfMinute,
  });

export const useStanding = () =>
  useQuery({
    queryKey: ['operations', 'standing'],
    queryFn: async () => (await call('get', '/api/operator/standing')).services,
    refetchInterval: halfMinute,
  });

/** Read on a button press only: topics are read for it. */
export const useDeadLetters = (wanted: boolean) =>
  useQuery({
    queryKey: ['operations', 'letters'],
    queryFn: () => call('get', '/api/operator/dead-letters'),
    enabled: wanted,
    staleTime: Infinity,
    retry: false,
  });

/** Looked up on a button press only: the look is recorded for the applicant. */
export const useFoundCase = () =>
  useMutation({
    mutationFn: (number: string) => call('get', '/api/operator/applications/{number}', { path: { number } }),
    gcTime: 0,
  });

/** Whatever was done, the console is read anew: somebody else may have been faster. */
const useThenLook = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['operations'] });
};

export interface StepPlace {
  readonly number: string;
  readonly step: string;
}
export const useTakeOver = (path: StepPlace) => {
  const look = useThenLook();
  return useMutation({
    mutationFn: (body: BodyOf<'post', typeof onStep>['body']) => call('post', onStep, { path: { ...path }, body }),
    onSettled: look,
  });
};
export const useAnswerTakeOver = (path: StepPlace) => {
  const look = useThenLook();
  return useMutation({
    mutationFn: (word: 'approval' | 'refusal') => call('post', `${onStep}/${word}`, { path: { ...path } }),
    onSettled: look,
  });
};

export interface KeyPlace {
  readonly service: string;
  readonly subject: string;
}
export const useRehearsal = (path: KeyPlace, act: Mending['act']) =>
  useQuery({
    queryKey: ['rehearsal', path, act],
    queryFn: async () => (await call('post', `${onKey}/rehearsal`, { path: { ...path }, body: { act } })).records,
    gcTime: 0,
    retry: false,
  });
export const useAskMending = (path: KeyPlace) => {
  const look = useThenLook();
  return useMutation({
    mutationFn: (body: AskedMending) => call('post', `${onKey}/mending`, { path: { ...path }, body }),
    onSettled: look,
  });
};
export const useAnswerMending = (path: KeyPlace, act: Mending['act']) => {
  const look = useThenLook();
  return useMutation({
    mutationFn: (word: 'approval' | 'refusal') =>
      call('post', `${onKey}/mending/${word}`, { path: { ...path }, body: { act } }),
    onSettled: look,
  });
};
