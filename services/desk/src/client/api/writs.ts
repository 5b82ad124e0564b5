import { useMutation, useQuery } from '@tanstack/react-query';
import type { ActToPreview } from '@lianban/rest-client';
import { call } from './client';
import { type CaseAct, onCase, placeOf } from './hooks';

/** What a case told in writing; the look is recorded for the applicant. */
export const useWrits = (id: string) =>
  useQuery({
    queryKey: ['writs', id],
    queryFn: async () => (await call('get', `${onCase}/writs`, { path: placeOf(id) })).writs,
  });

/** What an act would tell. */
export const usePreview = (id: string) =>
  useMutation({
    mutationFn: async (body: ActToPreview) =>
      (await call('post', `${onCase}/writs/preview`, { path: placeOf(id), body })).writs,
  });

/** An act of law as it is previewed; undefined for what tells the applicant nothing. */
export function previewed(act: CaseAct): ActToPreview | undefined {
  switch (act.word) {
    case 'acceptance':
      return { act: 'accept' };
    case 'supplement-request':
      return { act: 'supplement', ...act.body };
    case 'pause':
      return { act: 'pause', ...act.body };
    case 'extension':
      return { act: 'extend', ...act.body };
    case 'decision':
      return { act: 'decide', ...act.body };
    case 'correction': {
      const { error: reason, ...body } = act.body;
      return { act: 'correct', reason, ...body };
    }
    case 'extension/approval':
      return { act: 'approve-extension' };
    case 'decision/approval':
      return { act: 'approve-decision' };
    case 'correction/approval':
      return { act: 'approve-correction' };
    default:
      return undefined;
  }
}
