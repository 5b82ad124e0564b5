import type { Step } from '@lianban/rest-client';

/** How steps that are no decision end, and what it is called when they are undone. */
const ends: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  payment: { granted: 'paid', refused: 'not-paid', compensated: 'refunded' },
  document: { granted: 'issued', refused: 'not-issued', compensated: 'revoked' },
  booking: { granted: 'attended', refused: 'not-attended', compensated: 'called-off' },
};

/** The code whose word says a status, or a line of the timeline, of a step of this kind. */
export const statusCode = (status: string, kind = 'decision'): string => ends[kind]?.[status] ?? status;

const over = ['granted', 'refused', 'not-needed', 'stopped', 'cancelled', 'compensated'];

/** The status of a step for antd's Steps. */
export function stepPlace({ status }: Pick<Step, 'status'>): 'wait' | 'process' | 'finish' | 'error' {
  if (status === 'refused' || status === 'needs-operator') return 'error';
  if (over.includes(status)) return 'finish';
  return status === 'waiting' ? 'wait' : 'process';
}
