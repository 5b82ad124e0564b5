import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, Officer } from '@lianban/rest-client';
import { call } from './client';

const minute = 60_000;
const mandatesKey = ['waiting-mandates'];
const correctionsKey = ['waiting-corrections'];

export type MandateEvidence = BodyOf<'post', '/api/desk/mandates/{mandate}/confirmation'>['body']['evidence'];
export type CorrectionDecision = BodyOf<'post', '/api/desk/corrections/{correction}/decision'>['body'];

/** Cases of the department on which something waits for a supervisor: none for others. */
export const useWaitingCases = (isSupervisor: boolean) =>
  useQuery({
    queryKey: ['queue', 'waiting-for-approval'],
    queryFn: () => call('get', '/api/desk/cases', { query: { ask: 'waiting', limit: 50, counts: 'true' } }),
    enabled: isSupervisor,
    refetchInterval: minute,
  });

/** Mandates that wait for a second officer of the department, at a counter. */
export const useWaitingMandates = (atCounter: boolean) =>
  useQuery({
    queryKey: mandatesKey,
    queryFn: async () => (await call('get', '/api/desk/mandates')).mandates,
    enabled: atCounter,
    refetchInterval: minute,
  });

/** Corrections of the register that wait for an officer of the district, without their values. */
export const useWaitingCorrections = (atCounter: boolean) =>
  useQuery({
    queryKey: correctionsKey,
    queryFn: async () => (await call('get', '/api/desk/corrections')).corrections,
    enabled: atCounter,
    refetchInterval: minute,
  });

/** How many wait for whoever asks, who can answer neither their own asks nor what is not theirs to see. */
export function useApprovalCount({ id: me, isSupervisor, scopes }: Officer): number {
  const atCounter = scopes.includes('counter');
  const cases = useWaitingCases(isSupervisor).data?.counts?.asksWaiting ?? 0;
  const mandates = useWaitingMandates(atCounter).data?.filter(({ counter }) => counter?.askedBy !== me).length ?? 0;
  return cases + mandates + (useWaitingCorrections(atCounter).data?.length ?? 0);
}

const useAnswer = <V>(key: readonly string[], mutationFn: (sent: V) => Promise<unknown>) => {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries({ queryKey: key }) });
};

export const useConfirmMandate = () =>
  useAnswer(mandatesKey, ({ mandate, evidence }: { readonly mandate: string; readonly evidence: MandateEvidence }) =>
    call('post', '/api/desk/mandates/{mandate}/confirmation', { path: { mandate }, body: { evidence } }),
  );

export const useAnswerMandate = () =>
  useAnswer(mandatesKey, ({ mandate, word }: { readonly mandate: string; readonly word: 'approval' | 'refusal' }) =>
    call('post', `/api/desk/mandates/{mandate}/confirmation/${word}`, { path: { mandate } }),
  );

/** With its values: fetched on a button press only, because the look is recorded for the resident. */
export const useCorrection = (correction: string, wanted: boolean) =>
  useQuery({
    queryKey: ['correction', correction],
    queryFn: () => call('get', '/api/desk/corrections/{correction}', { path: { correction } }),
    enabled: wanted,
    staleTime: Infinity,
  });

export const useDecideCorrection = (correction: string) =>
  useAnswer(correctionsKey, (body: CorrectionDecision) =>
    call('post', '/api/desk/corrections/{correction}/decision', { path: { correction }, body }),
  );
