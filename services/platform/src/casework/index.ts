export { announceCase } from './announcements';
export { caseDecider } from './case-decider';
export { limitsOf } from './clock';
export { conflictOfInterest, mustStayOut } from './conflict';
export type { ExcludedTime, LegalClock, Limits } from './clock';
export type { CaseCommand, CommandOf } from './commands';
export { messageBarred } from './decide-holding';
export { caseMessage, deskActs, missingMessage } from './desk';
export type { Author, CaseEvent, DecidedBy, PauseCause } from './events';
export type { Evidence, Facts, Ground, Item, Material, Missing, Outcome, Ruling, StepRequest } from './item';
export { caseId, caseReactions, hearSteps } from './reactions';
export { rehearse } from './ruling';
export { groundMessage, outcomeMessage } from './wire';
export type { CaseSetting } from './setting';
export { awaited, isOpen, knownFacts } from './state';
export type { CaseAt, CaseFile, CaseState, CaseStatus, FiledCase, Pause, Stage, Waiting } from './state';
export type { Place, WaitsFor } from './place';
export {
  closedStatuses,
  extensionAsked,
  numberFilter,
  reachFilter,
  runningFilter,
  standingDue,
  standingFilter,
  waitsForOfficer,
  workFilter,
  workIndexes,
} from './work-queue';
export type { WorkCursor, WorkQuery } from './work-queue';
