import type { CaseAccepted, CaseDecided, CaseEvent } from './events';

/**
 * One command may lead to the acceptance and to the decision. The world then hears of both in one message: half of what
 * it would have to read, and it never sees a step accepted whose decision is already made.
 */
export const toldAtOnce = (events: readonly CaseEvent[]): readonly CaseEvent[] => {
  const accepted = events.find((event): event is CaseAccepted => event.type === 'CaseAccepted');
  const decided = events.find((event): event is CaseDecided => event.type === 'CaseDecided');
  if (!accepted || !decided) return events;
  const acceptance: CaseAccepted = { ...accepted, decidedAtOnce: true };
  return events.map((event) => {
    if (event === accepted) return acceptance;
    return event === decided ? { ...decided, acceptance } : event;
  });
};
