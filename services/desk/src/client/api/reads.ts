import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './client';

const questionsAtOnce = 20;
const key = ['read-questions'];

export const useReadQuestions = () =>
  useInfiniteQuery({
    queryKey: key,
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call('get', '/api/desk/read-questions', {
        query: { limit: questionsAtOnce, ...(pageParam && { cursor: pageParam }) },
      }),
    getNextPageParam: (last) => last.nextCursor,
  });

export const useAnswerRead = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, text }: { readonly id: string; readonly text: string }) =>
      call('post', '/api/desk/read-questions/{question}/answer', { path: { question: id }, body: { text } }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
};

export const useLookUps = () =>
  useQuery({
    queryKey: ['look-ups'],
    queryFn: async () => (await call('get', '/api/desk/look-ups')).rows,
  });
