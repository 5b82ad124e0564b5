import type { WorkingDays } from '../calendar/working-days';
import type { Refusal } from '@lianban/model';
import type { CaseCommand, CommandOf } from './commands';
import type { CaseEvent } from './events';
import type { Item, StepRequest } from './item';
import type { CaseState } from './state';

/** What a department brings to the lifecycle. */
export interface CaseSetting {
  /** The item a case is about, in the version it was asked for. */
  readonly item: (request: StepRequest) => Item | undefined;
  readonly workingDays: WorkingDays;
  /**
   * Calendar days the resident has to answer, 30 unless told. Calendar days, because a deadline on the resident must
   * be there even when next year's holiday table is not published yet.
   */
  readonly supplementDays?: number;
  /** Working days within which an officer accepts or asks, 5 unless told (行政许可法 art. 32). */
  readonly acceptDays?: number;
  /**
   * What becomes of a rule's case whose limits cannot be dated for want of a holiday table: an officer takes it over
   * ("hand-over", unless told), or the rule decides it all the same ("go-on").
   */
  readonly withoutDates?: 'hand-over' | 'go-on';
}

/** The setting as the rules of the lifecycle use it. */
export type Setting = Required<CaseSetting>;

export const completed = (given: CaseSetting): Setting => ({
  supplementDays: 30,
  acceptDays: 5,
  withoutDates: 'hand-over',
  ...given,
});

/** What one command does to a case: the first events, from which `followUp` goes on; none when it was done before. */
export type Handler<T extends CaseCommand['type']> = (
  setting: Setting,
  state: CaseState,
  command: CommandOf<T>,
  now: Date,
) => readonly CaseEvent[] | Refusal;
