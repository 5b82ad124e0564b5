import type { WorkingDays, WorkingDaysAt } from '../calendar/working-days';
import type { Refusal } from '@lianban/model';
import type { CaseCommand, CommandOf } from './commands';
import type { CaseEvent } from './events';
import type { Item, StepRequest } from './item';
import type { CaseState } from './state';

/** What a department brings to the lifecycle. */
export interface CaseSetting {
  /** The item a case is about, in the version it was asked for. */
  readonly item: (request: StepRequest) => Item | undefined;
  readonly workingDays: WorkingDaysAt;
  /** Calendar days the resident has to answer, 30 unless told: no holiday table moves a deadline on the resident. */
  readonly supplementDays?: number;
  /** Working days within which an officer accepts or asks, 5 unless told (行政许可法 art. 32). */
  readonly acceptDays?: number;
}

/** The setting as the rules of the lifecycle use it: with the calendar that one decision counts by. */
export interface Setting extends Required<Omit<CaseSetting, 'workingDays'>> {
  readonly workingDays: WorkingDays;
}

export const settingAt = (given: CaseSetting, now: Date): Setting => ({
  supplementDays: 30,
  acceptDays: 5,
  ...given,
  workingDays: given.workingDays(now),
});

/** What one command does to a case: the first events, from which `followUp` goes on; none when it was done before. */
export type Handler<T extends CaseCommand['type']> = (
  setting: Setting,
  state: CaseState,
  command: CommandOf<T>,
  now: Date,
) => readonly CaseEvent[] | Refusal;
