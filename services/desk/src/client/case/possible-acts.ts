import type { Case } from '@lianban/rest-client';

export type ActForm = 'accept' | 'supplement' | 'pause' | 'resume' | 'extend' | 'decide';

type CaseStanding = Pick<Case, 'status' | 'pausedFor' | 'clock' | 'extension' | 'decisionAsk'>;

/** The acts a case's state allows; the platform checks them again. The first is the usual next one. */
export function possibleActs({ status, pausedFor, clock, extension, decisionAsk }: CaseStanding): readonly ActForm[] {
  switch (status) {
    case 'received':
      return ['accept', 'supplement', 'decide'];
    case 'accepted':
      return [
        // Stopping the clock for something new lets a decision that waits for approval lapse.
        ...(decisionAsk?.status !== 'asked' ? (['decide'] as const) : []),
        'supplement',
        'pause',
        ...(clock.extendedBy === 0 && extension?.status !== 'asked' ? (['extend'] as const) : []),
      ];
    case 'paused':
      return isOfficers(pausedFor) ? ['resume'] : [];
    default:
      return [];
  }
}

/** Recusal 回避: whether the officer has a conflict of interest. The platform refuses each act, too. */
export const mustStayOut = (
  { residentId, filedBy = [], conflict }: Pick<Case, 'residentId' | 'filedBy' | 'conflict'>,
  me: string,
): boolean => conflict !== undefined || residentId === me || filedBy.includes(me);

/** Whether the officer may fill in what the decision rests on. */
export const mayFill = (found: Case, me: string): boolean =>
  !mustStayOut(found, me) &&
  (found.holder === undefined || found.holder === me) &&
  possibleActs(found).includes('decide');

const others = ['supplement', 'public-notice', 'waiting-list'];
const isOfficers = (reason: string | undefined) => reason !== undefined && !others.includes(reason);
