import { type AddressedCommand, type Decider, aggregate, aggregateType, commandTo } from '@lianban/model';
import type { Facts } from '../lifecycle/item';
import { CASES } from '../office/cases';

/** What a department can say of a resident, by the question: one document each. */
export type RecordState =
  | { readonly status: 'none' }
  | {
      readonly status: 'kept';
      readonly residentId: string;
      readonly value: Facts;
      /** The day it is of. */
      readonly asOf: string;
      /** Which records it is from: "case" for a decision of the department's own. */
      readonly version: string;
    };

interface Kept {
  readonly residentId: string;
  /** What it says anew; the rest stays. */
  readonly value: Facts;
  readonly asOf: string;
  readonly version: string;
}
export type KeepRecord = { readonly type: 'KeepRecord' } & Kept;
/** A case of the department's own needs it. */
interface TellCase {
  readonly type: 'TellCase';
  readonly caseId: string;
  readonly name: string;
  readonly none?: Facts;
}
type RecordKept = { readonly type: 'RecordKept'; readonly at: Date } & Kept;
interface CaseTold {
  readonly type: 'CaseTold';
  readonly caseId: string;
  readonly name: string;
  /** Absent when nothing is known. */
  readonly value?: Facts;
}
type RecordCommand = KeepRecord | TellCase;
type RecordEvent = RecordKept | CaseTold;

/** What is older than what is kept changes nothing: records of before may come after a decision. */
export const recordDecider: Decider<RecordState, RecordCommand, RecordEvent> = {
  initial: () => ({ status: 'none' }),
  decide(command, state, now) {
    if (command.type === 'TellCase') {
      const { caseId, name, none } = command;
      const value = state.status === 'kept' ? state.value : none;
      return [{ type: 'CaseTold', caseId, name, ...(value && { value }) }];
    }
    const { residentId, value, asOf, version } = command;
    const kept = { residentId, value, asOf, version };
    if (state.status === 'kept' && (kept.asOf < state.asOf || isSame(kept, state))) return [];
    return [{ type: 'RecordKept', at: now, ...kept }];
  },
  evolve: (state, event) =>
    event.type === 'CaseTold'
      ? state
      : {
          status: 'kept',
          residentId: event.residentId,
          value: { ...(state.status === 'kept' && state.value), ...event.value },
          asOf: event.asOf,
          version: event.version,
        },
};

const isSame = (kept: Kept, state: Extract<RecordState, { status: 'kept' }>) =>
  kept.asOf === state.asOf &&
  Object.entries(kept.value).every(([name, value]) => JSON.stringify(state.value[name]) === JSON.stringify(value));

export const RECORDS = aggregateType<RecordState, RecordCommand, RecordEvent>('records');

export const records = aggregate(RECORDS, {
  decider: recordDecider,
  announce: { RecordKept: 'private', CaseTold: 'private' },
  policy: (event) => (event.type === 'CaseTold' ? [told(event)] : []),
  sealed: ['value'],
});

const told = ({ caseId, name, value }: CaseTold): AddressedCommand =>
  commandTo(
    CASES,
    caseId,
    value ? { type: 'Learn', name, value } : { type: 'LearnFailed', name, why: 'nothing-known' },
  );

/** What the department itself keeps needs no question: it is told in the same transaction. */
export const tellCase = (name: string, residentId: string, caseId: string, none?: Facts): AddressedCommand =>
  commandTo(RECORDS, recordId(name, residentId), { type: 'TellCase', caseId, name, ...(none && { none }) });

export const recordId = (question: string, residentId: string): string => `${question}/${residentId}`;

/** What a decision of the department's own says, for its policy. */
export const keepRecord = (question: string, residentId: string, value: Facts, asOf: string): AddressedCommand =>
  commandTo(RECORDS, recordId(question, residentId), { type: 'KeepRecord', residentId, value, asOf, version: 'case' });
