import type { IndexSpec } from '../handle/kind';
import type { CaseState, CaseStatus } from './state';

/** A case waits for an officer to accept it, or to examine and decide it. */
const waitsIn: readonly CaseStatus[] = ['received', 'accepted'];

/**
 * Whether the case is on the officers' work queue: to be accepted, examined, or taken out of a pause an officer began. A
 * rule's own cases never are: they come when handed over.
 */
export const waitsForOfficer = (state: CaseState): boolean =>
  state.status !== 'unreceived' &&
  state.file.decidedBy === 'officer' &&
  (waitsIn.includes(state.status) || (state.status === 'paused' && state.pause.by === 'officer'));

/** The same as a filter over stored documents; with a `status`, the officers' cases of that status instead. */
export const workFilter = (status = ''): Readonly<Record<string, unknown>> => {
  const officers = { 'state.file.decidedBy': 'officer' };
  if (status !== '') return { ...officers, 'state.status': status };
  const paused = { 'state.status': 'paused', 'state.pause.by': 'officer' };
  return { ...officers, $or: [{ 'state.status': { $in: waitsIn } }, paused] };
};

/** Serves both filters, oldest id first; cases a rule decides, the great majority, are not in it. */
export const workIndex: IndexSpec = {
  fields: { 'state.status': 1, 'state.pause.by': 1, _id: 1 },
  partial: { 'state.file.decidedBy': 'officer' },
};
