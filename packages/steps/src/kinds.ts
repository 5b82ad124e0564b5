/**
 * The kinds of steps. `progress` are the statuses such a step passes on its way; `forResident` those in which only the resident
 * can go on; `shows` names what a page shows of it beside the status.
 */
export const stepKinds = {
  decision: {
    progress: ['accepted', 'supplement', 'paused', 'resumed', 'extended', 'limits-set', 'objection-dismissed'],
    forResident: ['supplement'],
    shows: undefined,
  },
  payment: { progress: ['payable', 'processing'], forResident: ['payable'], shows: 'payment' },
  document: { progress: ['drafted'], forResident: [], shows: 'document' },
  booking: { progress: ['offered', 'booked'], forResident: ['offered'], shows: 'appointment' },
} as const;

export type StepKind = keyof typeof stepKinds;

/** What a city service performs; decisions are departments'. */
export type ServiceKind = Exclude<StepKind, 'decision'>;

export const serviceKinds = ['payment', 'document', 'booking'] as const satisfies readonly ServiceKind[];
