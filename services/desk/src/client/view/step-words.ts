import type { Step } from '@lianban/rest-client';

const over = ['granted', 'refused', 'not-needed', 'stopped', 'cancelled', 'compensated'];

/** The status of a step for antd's Steps. */
export function stepPlace({ status }: Pick<Step, 'status'>): 'wait' | 'process' | 'finish' | 'error' {
  if (status === 'refused' || status === 'needs-operator') return 'error';
  if (over.includes(status)) return 'finish';
  return status === 'waiting' ? 'wait' : 'process';
}
