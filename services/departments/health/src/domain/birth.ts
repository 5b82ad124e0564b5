import type { Decider } from '@lianban/model';

/** A birth that was certified, by the number of its certificate. */
export interface BirthState {
  readonly parentId?: string;
  /** YYYY-MM-DD */
  readonly bornOn?: string;
  readonly sex?: string;
}

export interface RecordBirth extends Required<BirthState> {
  readonly type: 'RecordBirth';
}

export interface BirthRecorded extends Required<BirthState> {
  readonly type: 'BirthRecorded';
  readonly at: Date;
}

/** Written once: a certificate is never changed. */
export const birth: Decider<BirthState, RecordBirth, BirthRecorded> = {
  initial: () => ({}),
  decide: ({ parentId, bornOn, sex }, state, at) =>
    state.parentId === undefined ? [{ type: 'BirthRecorded', parentId, bornOn, sex, at }] : [],
  evolve: (_state, { parentId, bornOn, sex }) => ({ parentId, bornOn, sex }),
};

/** Whether it is the certificate of this child of this parent. */
export const fits = (state: BirthState, { parentId, bornOn, sex }: BirthState): boolean =>
  state.parentId !== undefined && state.parentId === parentId && state.bornOn === bornOn && state.sex === sex;
