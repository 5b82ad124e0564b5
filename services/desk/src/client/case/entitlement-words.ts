import type { Entitlement } from '@lianban/rest-client';
import type { TextKey } from '../i18n/zh';

export type OfficerAct = 'confirm' | 'suspend' | 'stop' | 'resume';

export const actWords: Readonly<Record<OfficerAct, TextKey>> = {
  confirm: 'actConfirm',
  suspend: 'actSuspend',
  stop: 'actStop',
  resume: 'actResume',
};

/** The reasons the department takes for each act; the resident reads them. */
export const causesOf: Readonly<Record<Exclude<OfficerAct, 'confirm'>, readonly string[]>> = {
  suspend: ['under-check', 'not-reached'],
  stop: ['conditions-lost', 'own-wish', 'moved-out', 'false-statement'],
  resume: ['conditions-met-again', 'stopped-in-error'],
};

/** What can be done about it as it stands. */
export function actsOn({ stop, lookBy, suspensions }: Entitlement): readonly OfficerAct[] {
  if (stop) return ['resume'];
  const isSuspended = suspensions.some(({ to }) => to === undefined);
  return [...(lookBy ? ['confirm' as const] : []), isSuspended ? 'resume' : 'suspend', 'stop'];
}
